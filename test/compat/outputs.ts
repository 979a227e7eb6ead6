import { verdictOutputs } from '../../nodes/shared/codes/verdictOutputs';
import type { FlowTest } from '../host/flows/support/flowTest';
import { outputOf } from '../host/n8nClient';
import { providers } from '../providers';
import { provider as ants } from '../providers/Ants/provider';
import type { RunOperation } from '../providers/contract';
import { NODE, NodeWorkflow } from './nodeWorkflow';

const VERSION_2 = { typeVersion: 2 };

/** Tests that Verify in a newly added node routes each verdict to its own output, with every On Error setting. */
export function dividesVerdicts(flow: FlowTest): void {
	const nodeWorkflow = new NodeWorkflow(flow);

	beforeEach(() => flow.host.sandbox.reset());

	const verifying = providers.flatMap(({ node, outputs }) =>
		Object.keys(outputs)
			.filter((name) => name.endsWith(' verify'))
			.map((name) => ({ node, outputs: outputs[name] })),
	);

	describe.each(verifying)('$node', ({ node, outputs }) => {
		it.each(['stopWorkflow', 'continueErrorOutput'] as const)(
			'routes a right code to Verified and other verdicts elsewhere, with %s',
			async (onError) => {
				const at: number[] = [];
				const run: RunOperation = async (parameters) => {
					const execution = await nodeWorkflow.run(node, parameters, { ...VERSION_2, onError });
					const divided = verdictOutputs.labels.map((_, place) => outputOf(execution, NODE, place));
					divided.forEach((items, place) => {
						for (const json of items.filter(({ verified }) => verified !== undefined)) {
							expect({ json, place }).toEqual({ json, place: verdictOutputs.indexOf(json) });
							at.push(place);
						}
					});
					return divided.flat();
				};
				await outputs(run, flow.host.sandbox);
				expect(at).toEqual(expect.arrayContaining([0, 2]));
			},
		);

		it('routes a failed item to the error output', async () => {
			const resource = node === ants.node ? 'otp' : 'code';
			const parameters = { resource, operation: 'verify', challenge: 'x', otpId: 'x' };
			const nothing = { code: '--', otpCode: '--' };
			const settings = { ...VERSION_2, onError: 'continueErrorOutput' } as const;
			const execution = await nodeWorkflow.run(node, { ...parameters, ...nothing }, settings);
			const places = [0, 1, 2, 3].map((place) => outputOf(execution, NODE, place).length);
			expect(places).toEqual([0, 0, 0, 1]);
		});
	});
}

import type { INodeOutputConfiguration } from 'n8n-workflow';
import { atOneOutput, dividerOf, refuseAddedItem } from '../../../../nodes/shared/items/outputs';
import { fakeExecution } from '../../support/execution';
import type { Setting } from '../../support/execution';
import { failureOf } from '../../support/failure';

const main: INodeOutputConfiguration = { type: 'main' };
const error: INodeOutputConfiguration = { type: 'main', category: 'error' };
const outputs = {
	labels: ['A', 'B', 'C'],
	indexOf: ({ place }: object & { place?: unknown }) => Number(place),
};
const three = [main, main, main];

/** The places of the items at each output. */
function divided(setting: Setting, jsons: object[]): unknown[][] {
	const { context } = fakeExecution(setting);
	const items = jsons.map((json, item) => ({ json: { ...json }, pairedItem: { item } }));
	return dividerOf(
		context,
		outputs,
	)(items).map((output) => output.map(({ pairedItem }) => (pairedItem as { item: number }).item));
}

const jsons = [{ place: 2 }, { place: 0 }, { place: 2 }, { place: 1 }];
const failure = { error: 'No', details: {} };

it('puts each item at its output, in the order of the input', () => {
	expect(divided({ outputs: three }, jsons)).toEqual([[1], [3], [0, 2]]);
	expect(divided({ outputs: [...three, error] }, jsons)).toEqual([[1], [3], [0, 2]]);
});

it.each([[[main]], [[main, error]], [[{ type: 'ai_tool' } as const]]])(
	'keeps the items together where n8n gives the node %j',
	(given) => {
		expect(divided({ outputs: given }, jsons)).toEqual([[0, 1, 2, 3]]);
	},
);

it('divides the items where n8n could not work out the outputs', () => {
	expect(divided({ outputs: [] }, jsons)).toEqual([[1], [3], [0, 2]]);
});

it('keeps the items of an operation with one output together', () => {
	expect(dividerOf(fakeExecution({ outputs: three }).context)).toBe(atOneOutput);
});

it.each([
	['last', 'continueRegularOutput', false, [[], [], [0, 1]]],
	['last', 'continueRegularOutput', true, [[], [], [0, 1]]],
	['last', 'continueErrorOutput', false, [[], [], [0, 1]]],
	['first', 'continueErrorOutput', true, [[0, 1], [], []]],
] as const)(
	'puts what failed at the %s output: %s, Retry On Fail %s',
	(_, onError, retryOnFail, at) => {
		const node = { onError, retryOnFail };
		expect(divided({ outputs: three, node }, [failure, { error: 'No', message: 'Why' }])).toEqual(
			at,
		);
	},
);

it("asks the operation for its own item, even if a provider's answer has an error in it", () => {
	const node = { onError: 'continueErrorOutput', retryOnFail: true } as const;
	expect(divided({ outputs: three, node }, [{ error: 'x', place: 1 }])).toEqual([[], [0], []]);
});

describe('with Always Output Data', () => {
	const { context } = fakeExecution({ outputs: three, node: { alwaysOutputData: true } });

	it('refuses several outputs, because n8n would add somebody to the first', async () => {
		const divide = dividerOf(context, outputs);
		expect(await failureOf(async () => refuseAddedItem(context, divide))).toMatchObject({
			message:
				'With Always Output Data, n8n puts an empty item at the first output, as if a code were right',
			description: 'Switch off Always Output Data under Settings of this node.',
			outcome: 'notSent',
		});
	});

	it('runs with one output', () => {
		expect(() => refuseAddedItem(context, atOneOutput)).not.toThrow();
	});
});

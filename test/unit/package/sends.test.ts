import { credentialFor, REQUESTING } from '../../providers';
import { nodes } from '../../support/package';
import { fakeExecution } from '../support/execution';
import { failureOf } from '../support/failure';

it.each(REQUESTING)(
	'Retry On Fail repeats $name, where nobody knows whether it was carried out, only if it reaches nobody',
	async ({ type, parameters, provider, sends }) => {
		const { node } = nodes.find(({ node: { description } }) => description.name === type)!;
		const baseUrls = { [provider.sandbox.name]: 'https://provider.example' };
		const kept = {};
		const tryOnce = async () => {
			const { context, sent } = fakeExecution({
				...{ parameters, kept, node: { retryOnFail: true } },
				credential: credentialFor(provider, { baseUrls }),
				respond: () => {
					throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
				},
			});
			const { outcome } = await failureOf(async () => await node.execute!.call(context));
			return [outcome, sent.length];
		};
		expect([await tryOnce(), await tryOnce()]).toEqual([
			['unknown', 1],
			['unknown', sends ? 0 : 1],
		]);
	},
);

import { startSandbox } from '../../sandbox/server';
import type { Sandbox } from '../../sandbox/server';
import { expectPlainWords } from './expectations';
import { startGateway } from './gateway';
import { observeAt } from './observe';
import { LOGINS } from './subjects';
import { FAULTS } from './table';

// Half a minute, which a login has, is more than a test should take.
jest.mock('../../../nodes/shared/request/call', () => ({
	...jest.requireActual('../../../nodes/shared/request/call'),
	DEFAULT_TIMEOUT: 700,
}));

describe.each(LOGINS)('a login to $provider that does not end', ({ call, token: { path } }) => {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());

	it.each(FAULTS.filter(({ timeout }) => timeout !== undefined))(
		'is ended after its time-out: $name',
		async (fault) => {
			const strike = { path, skip: 0, times: 1, ...fault };
			const gateway = await startGateway(sandbox.url, strike);
			const { received: requests } = gateway;
			const startedAt = Date.now();
			const first = await observeAt(gateway.url, sandbox, call, 'stop', { requests });
			const { message, description, context } = first.result.error ?? {};
			expectPlainWords({ message, description }, 0);
			expect(message).toContain('did not answer in time');
			expect(description).toContain('Nobody was called.');
			expect(context).toMatchObject({ itemIndex: 0, outcome: 'notSent' });
			expect(requests).toHaveLength(1);
			expect(first.reached).toEqual([0, 0, 0]);
			// The time-out of the call, which must not be waited for.
			expect(Date.now() - startedAt).toBeLessThan(20_000);

			// It is over for good: the next run logs in anew, instead of waiting for it.
			const second = await observeAt(gateway.url, sandbox, call, 'stop');
			expect(second.result.error).toBeUndefined();
			expect(second.reached).toEqual([1, 1, 1]);
			await gateway.close();
		},
	);
});

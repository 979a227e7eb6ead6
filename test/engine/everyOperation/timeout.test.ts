import { DEFAULT_TIMEOUT } from '../../../nodes/shared/request/call';
import { REQUESTING } from '../../providers';
import { NodeTest } from '../../support/nodeTest';
import { expectHelpful, expectRefusedInput } from '../../support/refusedInput';

describe.each(REQUESTING)('Timeout of $name', ({ type, parameters, provider, path, sends }) => {
	const test = new NodeTest(type, parameters);

	it.each([400, '400'])(
		'ends the wait for an answer that never comes, with %j ms',
		async (timeout) => {
			test.sandbox.addFault({ match: { path }, do: { never: true } });
			const started = Date.now();
			const result = await test.run({ parameters: { options: { timeout } } });
			expect(Date.now() - started).toBeGreaterThanOrEqual(390);
			expect(Date.now() - started).toBeLessThan(DEFAULT_TIMEOUT);
			expect(result.error?.message).toBe(
				`${provider.name} did not answer in time: the request was sent [item 0]`,
			);
			expect(result.error?.description).toContain(
				sends ? 'Whether it was carried out is unknown' : 'Nothing is sent by this operation',
			);
			expect(result.error?.context?.outcome).toBe('unknown');
			expectHelpful(result);
			expect(test.sent).toHaveLength(1);
		},
	);

	it('ends the wait for an answer that trickles in', async () => {
		test.sandbox.addFault({ match: { path }, do: { trickle: { ms: 40 } } });
		const started = Date.now();
		const { error } = await test.run({ parameters: { options: { timeout: 120 } } });
		expect(Date.now() - started).toBeLessThan(DEFAULT_TIMEOUT);
		expect(error?.message).toMatch(/did not answer in time/);
	});

	it('accepts an answer that comes in time', async () => {
		test.sandbox.addFault({ match: { path }, do: { latency: 100 } });
		const { error } = await test.run({ parameters: { options: { timeout: 20_000 } } });
		expect(error?.message ?? '').not.toContain('in time');
		expect(test.sent).toHaveLength(1);
	});

	it.each([0, -1, 0.5, 3_600_001, 'soon', true, [100], {}])('refuses %p', async (timeout) => {
		const result = await test.run({ parameters: { options: { timeout } as never } });
		expectRefusedInput(test, result, 'Timeout is “', 'not a whole number from 1 to 3600000');
	});

	it.each(['', null, '={{ null }}', '={{ $json.missing }}'])(
		'uses the default for %p',
		async (timeout) => {
			const { error } = await test.run({ parameters: { options: { timeout } as never } });
			expect(error?.message ?? '').not.toMatch(/in time|Timeout/);
			expect(test.sent).toHaveLength(1);
		},
	);
});

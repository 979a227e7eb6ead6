import { NodeTest } from '../../support/nodeTest';
import { itemsFor, reached, SENDERS_LOGGING_IN } from './senders';

const later = async (milliseconds: number) =>
	await new Promise((resolve) => setTimeout(resolve, milliseconds));

describe.each(SENDERS_LOGGING_IN)(
	'a login that takes longer than Timeout: $name',
	({ sender, token }) => {
		const test = new NodeTest(sender.type, sender.parameters);
		const parameters = { options: { timeout: 1000 } };
		const loginTakes = (latency: number) =>
			test.sandbox.addFault({ match: { path: token.path }, do: { latency } });

		it('takes nothing of the Timeout of the call', async () => {
			loginTakes(1500);
			const { error } = await test.run({ items: itemsFor(sender, 5), parameters });
			expect(error).toBeUndefined();
			expect(reached(test, sender, 5)).toEqual(Array(5).fill(1));
		});

		it('takes nothing of the Timeout of a call that waited for it', async () => {
			const { path } = sender;
			test.sandbox.addFault({ match: { path: token.path }, skip: 1, do: { latency: 1500 } });
			test.sandbox.addFault({ match: { path }, skip: 5, times: 1, do: { expiredToken: true } });
			const { error } = await test.run({ items: itemsFor(sender, 20), parameters });
			expect(error).toBeUndefined();
			expect(reached(test, sender, 20)).toEqual(Array(20).fill(1));
		});

		it('ends at once when the execution is cancelled while it logs in', async () => {
			const latency = 30_000;
			loginTakes(latency);
			let cancel = () => {};
			const startedAt = Date.now();
			const running = test.run({
				items: itemsFor(sender, 5),
				onStart: (execution) => (cancel = () => execution.cancel()),
			});
			while (test.requests.length === 0) await later(1);
			cancel();
			expect((await running).run.status).toBe('canceled');
			expect(Date.now() - startedAt).toBeLessThan(latency);
			expect(test.sent).toEqual([]);
		});

		it('sends nothing after the run has ended', async () => {
			loginTakes(1500);
			const { error } = await test.run({ items: itemsFor(sender, 5), parameters });
			const atTheEnd = test.sandbox.state.counters.accepted.total;
			await later(800);
			expect(test.sandbox.state.counters.accepted.total).toBe(atTheEnd);
			expect(atTheEnd).toBe(error ? 0 : 5);
		});
	},
);

import { casesOf } from '../../providers';
import { provider as antBuddy } from '../../providers/AntBuddy/provider';
import type { NodeRunResult } from '../../support/engine';
import { NodeTest } from '../../support/nodeTest';
import { itemsFor, pressRetry, reached, SENDERS } from './senders';

const COUNT = 20;
const LAST = COUNT - 1;

const notesOf = ({ run }: NodeRunResult) =>
	run.data.executionData?.contextData['node:Node under test'] ?? {};

describe.each(SENDERS)('notes of $name', (sender) => {
	const test = new NodeTest(sender.type, sender.parameters);
	const items = itemsFor(sender, COUNT);
	const lastFails = () =>
		test.sandbox.addFault({
			match: { recipient: sender.recipient.counted(LAST) },
			times: 1,
			do: { status: 500 },
		});
	// One at a time, so that all but the last are sent; ten digits are no number that occurs by chance.
	const parameters = { options: { maxConcurrency: 1, codeLength: 10 } };

	it('are dropped after success, in stop and in continue mode', async () => {
		const stopMode = await test.run({ items });
		expect(notesOf(stopMode)).toEqual({});
		expect(stopMode.stored).not.toContain('finished create');

		lastFails();
		const settings = { onError: 'continueRegularOutput' as const };
		expect(notesOf(await test.run({ items, settings }))).toEqual({});
	});

	it('are kept after a stop, one for each item that was sent, and dropped by the Retry that succeeds', async () => {
		lastFails();
		const failed = await test.run({ items, parameters });
		const [notes, ...others] = Object.values(notesOf(failed)) as object[];
		expect(others).toEqual([]);
		expect(Object.keys(notes)).toEqual(Array.from({ length: LAST }, (_, index) => `${index}`));

		const done = await pressRetry(test, failed, { parameters });
		expect(done.error).toBeUndefined();
		expect(notesOf(done)).toEqual({});
		expect(reached(test, sender, COUNT)).toEqual(Array(COUNT).fill(1));
	});

	it('contain no code and no secret', async () => {
		lastFails();
		const failed = await test.run({ items, parameters });
		const codes = test.sandbox.state.inbox.map(({ code }) => code);
		const { logins, token } = sender.provider.credential;
		const { [logins[0].secret]: secret, [token?.field ?? '']: held } = failed.store.stored.c;
		const secrets = [secret, held].filter(Boolean);

		expect(codes).toHaveLength(LAST);
		expect(secrets.length).toBeGreaterThan(0);
		expect(JSON.stringify(notesOf(failed)).length).toBeGreaterThan(1000);
		for (const hidden of [...codes, ...secrets]) expect(failed.stored).not.toContain(hidden);
	});
});

describe('an answer with its own field “error”, which n8n reads as a failed try', () => {
	const [call] = casesOf(antBuddy);
	const test = new NodeTest(call.type, call.parameters);

	it.each(['', 0, false, null, 'none'])(
		'is sent once, with Retry On Fail on: %j',
		async (error) => {
			test.sandbox.addFault({
				match: { path: call.path },
				do: { status: 201, body: { id: 1, error } },
			});
			const settings = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
			const { output } = await test.run({ items: [{}, {}, {}], settings });
			expect(output.map(({ json }) => json.error)).toEqual([error, error, error]);
			expect(test.sent).toHaveLength(3);
		},
	);
});

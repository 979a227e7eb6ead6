import { runOnce } from '../../../../nodes/shared/items/runOnce';
import type { Item } from '../../../../nodes/shared/items/item';
import type { Run } from '../../../../nodes/shared/request/run';
import { fakeClock } from '../../support/clock';
import { json } from '../../support/execution';
import { failureOf } from '../../support/failure';
import { testProvider } from '../../support/item';
import { sending } from '../../support/operations';
import { FakeTrigger, NOW } from '../../support/trigger';

const send = async (item: Item) =>
	(await item.request({ method: 'POST', path: '/codes', body: item.options })) as object;

/** Carries out an operation for a request to a trigger with an answering provider. */
async function run(
	trigger: FakeTrigger,
	work: Parameters<typeof sending>[0],
	parameters: Parameters<typeof runOnce>[4] = {},
) {
	const functions = trigger.functions({});
	const credential = await functions.getCredentials(testProvider.credentialType);
	return await runOnce(functions, testProvider, credential, sending(work), parameters);
}

const triggerWith = (respond: FakeTrigger['respond']) =>
	Object.assign(new FakeTrigger(), { respond });

afterEach(() => jest.restoreAllMocks());

it('returns the first item of what the operation puts out', async () => {
	const trigger = triggerWith(() => json({ id: 7 }));
	expect(await run(trigger, async (item) => ({ ...(await send(item)) }))).toEqual({ id: 7 });
	const list = async () => await Promise.resolve([{ id: 1 }, { id: 2 }]);
	expect(await run(trigger, list)).toEqual({ id: 1 });
});

it('reads the given values only, and evaluates nothing that a stranger typed', async () => {
	const trigger = new FakeTrigger({ provider: 'antBuddy', code: 'of the trigger' });
	const typed = '={{ $json.secret }}';
	const read = async (item: Item) => {
		const { context } = (item as unknown as { run: Run }).run;
		const valueOf = (name: string) => context.getNodeParameter(name, 0, 'a default');
		return await Promise.resolve({ read: ['phoneNumber', 'code'].map(valueOf) });
	};
	expect(await run(trigger, read as never, { phoneNumber: typed })).toEqual({
		read: [typed, 'a default'],
	});
});

it('begins each request anew, with nothing that an operation kept during another', async () => {
	const trigger = new FakeTrigger();
	const count = async ({ nodeContext, runIndex }: Item) => {
		const key = `tries in round ${runIndex ?? 0}`;
		nodeContext[key] = Number(nodeContext[key] ?? 0) + 1;
		return await Promise.resolve({ ...nodeContext });
	};
	const outputs = [await run(trigger, count), await run(trigger, count)];
	expect(outputs).toEqual(Array(2).fill({ 'tries in round 0': 1 }));
});

it('throws what n8n shows, with what is known of the request', async () => {
	const refuse = triggerWith(() => json({ message: 'No credit' }, 400));
	const refused = await failureOf(async () => await run(refuse, send as never));
	expect(refused).toMatchObject({ kind: 'api', outcome: 'refused' });
	expect(refused.message).toContain('No credit');
	const fails = async () => await Promise.reject(new Error('broken off'));
	expect(await failureOf(async () => await run(new FakeTrigger(), fails))).toMatchObject({
		...{ kind: 'operation', message: 'broken off', outcome: 'notSent', itemIndex: 0 },
	});
});

describe('a provider that asks to wait', () => {
	const busy = (seconds: string) => () => json({}, 429, { 'retry-after': seconds });

	it('is asked again as long as a person waits', async () => {
		const trigger = triggerWith((_, nth) => (nth === 0 ? busy('5')() : json({ id: 7 })));
		const { waits } = fakeClock(NOW, { requestTimeout: 30_000 });
		expect(await run(trigger, send as never)).toEqual({ id: 7 });
		expect(waits).toEqual([5_000]);
	});

	it('is not waited for longer than 30 seconds', async () => {
		const trigger = triggerWith(busy('45'));
		const { waits } = fakeClock(NOW);
		const failure = await failureOf(async () => await run(trigger, send as never));
		expect(failure.outcome).toBe('notSent');
		expect([waits[0], trigger.sent.length]).toEqual([30_000, 1]);
	});
});

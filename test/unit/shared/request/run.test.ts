import { getEventListeners } from 'node:events';
import { Run } from '../../../../nodes/shared/request/run';
import { fakeExecution } from '../../support/execution';
import type { Setting } from '../../support/execution';
import { testProvider } from '../../support/item';

const start = async (setting: Setting = {}) =>
	await Run.start(fakeExecution(setting).context, testProvider);

it('has the node, the provider and the credential of all items', async () => {
	const { context } = fakeExecution({
		parameters: { name: 'value' },
		credential: { password: 'p' },
	});
	const run = await Run.start(context, testProvider);
	expect(run.context).toBe(context);
	expect(run.provider).toBe(testProvider);
	expect(run.node).toBe(context.getNode());
	expect(run.read('name', 0)).toBe('value');
	expect(run.credential).toEqual({ typeOfCredential: 'testApi', password: 'p' });
	expect([run.pausedUntil, run.loginFailure]).toEqual([0, undefined]);
});

it('runs until it is stopped', async () => {
	const run = await start();
	expect([run.stopped.aborted, run.isCancelled]).toEqual([false, false]);
	run.stop();
	expect([run.stopped.aborted, run.isCancelled]).toEqual([true, false]);
});

it('stops when n8n cancels', async () => {
	const cancelling = new AbortController();
	const run = await start({ cancel: cancelling.signal });
	expect([run.stopped.aborted, run.isCancelled]).toEqual([false, false]);
	cancelling.abort();
	expect([run.stopped.aborted, run.isCancelled]).toEqual([true, true]);
});

it('does not start if n8n cancelled before', async () => {
	const run = await start({ cancel: AbortSignal.abort() });
	expect([run.stopped.aborted, run.isCancelled]).toEqual([true, true]);
});

it("leaves no listener on n8n's signal when it has ended", async () => {
	const cancelling = new AbortController();
	const run = await start({ cancel: cancelling.signal });
	expect(getEventListeners(cancelling.signal, 'abort')).toHaveLength(1);
	run.end();
	expect(getEventListeners(cancelling.signal, 'abort')).toEqual([]);
	(await start()).end();
});

import { getEventListeners } from 'node:events';
import { Run } from '../../../../nodes/shared/request/run';
import { fakeExecution } from '../../support/execution';
import type { Setting } from '../../support/execution';
import { testProvider } from '../../support/item';

const start = (setting: Setting = {}) => new Run(fakeExecution(setting).context, testProvider);

it('has the node and the provider', () => {
	const { context } = fakeExecution({ parameters: { name: 'value' } });
	const run = new Run(context, testProvider);
	expect(run.context).toBe(context);
	expect(run.provider).toBe(testProvider);
	expect(run.node).toBe(context.getNode());
	expect(run.read('name', 0)).toBe('value');
	expect([run.pausedUntil, run.loginFailures.size]).toEqual([0, 0]);
});

it('asks n8n for the credential of each item', async () => {
	const { context } = fakeExecution({ credential: { password: 'p' } });
	const read = jest.spyOn(context, 'getCredentials');
	const run = new Run(context, testProvider);
	expect(await run.credentialFor(2)).toEqual({ typeOfCredential: 'testApi', password: 'p' });
	expect(read.mock.calls).toEqual([['testApi', 2]]);
});

it('runs until it is stopped', async () => {
	const run = start();
	expect([run.stopped.aborted, run.isCancelled]).toEqual([false, false]);
	run.stop();
	expect([run.stopped.aborted, run.isCancelled]).toEqual([true, false]);
});

it('stops when n8n cancels', async () => {
	const cancelling = new AbortController();
	const run = start({ cancel: cancelling.signal });
	expect([run.stopped.aborted, run.isCancelled]).toEqual([false, false]);
	cancelling.abort();
	expect([run.stopped.aborted, run.isCancelled]).toEqual([true, true]);
});

it('does not start if n8n cancelled before', async () => {
	const run = start({ cancel: AbortSignal.abort() });
	expect([run.stopped.aborted, run.isCancelled]).toEqual([true, true]);
});

it("leaves no listener on n8n's signal when it has ended", async () => {
	const cancelling = new AbortController();
	const run = start({ cancel: cancelling.signal });
	expect(getEventListeners(cancelling.signal, 'abort')).toHaveLength(1);
	run.end();
	expect(getEventListeners(cancelling.signal, 'abort')).toEqual([]);
	start().end();
});

it('waits for work until n8n cancels, and leaves no listener', async () => {
	const cancelling = new AbortController();
	const run = start({ cancel: cancelling.signal });
	expect(await run.untilCancelled(Promise.resolve('done'))).toBe('done');
	expect(await start().untilCancelled(Promise.resolve('done'))).toBe('done');
	expect(getEventListeners(cancelling.signal, 'abort')).toHaveLength(1);
	const endless = run.untilCancelled(new Promise(() => {}));
	cancelling.abort();
	expect(await endless).toBeUndefined();
	expect(getEventListeners(cancelling.signal, 'abort')).toHaveLength(1);
});

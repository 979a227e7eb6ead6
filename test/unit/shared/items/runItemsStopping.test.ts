import { getEventListeners } from 'node:events';
import { NotStarted } from '../../../../nodes/shared/failure';
import type { Setting } from '../../support/execution';
import { failureOf } from '../../support/failure';
import { runOperation, sending } from '../../support/operations';

it.each([false, true])(
	'puts out nothing if the operation returns nothing, with Retry On Fail %j',
	async (retryOnFail) => {
		const nothing = sending(async () => await Promise.resolve([]));
		const { outputs, kept } = await runOperation(nothing, { node: { retryOnFail } });
		expect(outputs).toEqual([[]]);
		expect(kept).toEqual({});
	},
);

it('sends nothing where n8n would add an item to the first of several outputs', async () => {
	const work = jest.fn(async () => await Promise.resolve({}));
	const divided = { ...sending(work), outputs: { labels: ['Right', 'Wrong'], indexOf: () => 0 } };
	const setting: Setting = {
		node: { alwaysOutputData: true },
		outputs: [{ type: 'main' }, { type: 'main' }],
	};
	expect(await failureOf(async () => await runOperation(divided, setting))).toMatchObject({
		message: expect.stringMatching(/^With Always Output Data, /) as string,
		outcome: 'notSent',
	});
	expect(work).not.toHaveBeenCalled();
});

describe('an item that was waiting to send when another failed', () => {
	/** Item 1 fails while item 0 still waits. */
	const operation = sending(async (item) => {
		if (item.index === 1) throw item.invalid('No 1', 'Do this.');
		await new Promise((resolve) => setImmediate(resolve));
		throw new NotStarted();
	});

	it('is not named in the error', async () => {
		const failure = await failureOf(async () => await runOperation(operation, { items: 2 }));
		expect(failure).toMatchObject({ message: 'No 1 [item 1]', itemIndex: 1 });
		expect(failure.description).toContain(' 0 of 2 items were sent before that');
	});

	it('is neither put out nor reported as failed', async () => {
		const setting = { items: 2, continueOnFail: true };
		const { outputs } = await runOperation(operation, setting);
		expect(outputs[0].map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }]);
	});
});

it.each([
	['succeeds', async () => await Promise.resolve({})],
	['throws', async () => await Promise.reject(new Error('No'))],
])("leaves no listener on n8n's cancel signal if a run %s", async (_how, work) => {
	const { signal } = new AbortController();
	const listeners = () => getEventListeners(signal, 'abort').length;
	let during = 0;
	const counting = sending(async () => {
		during = listeners();
		return await work();
	});
	await runOperation(counting, { cancel: signal }).catch(() => {});
	expect([during, listeners()]).toEqual([1, 0]);
});

import type { IContextObject } from 'n8n-workflow';
import { failed } from '../../../../nodes/shared/failure';
import { itemOf } from '../../support/item';

const node = { name: 'Node', type: 'test' } as never;
const lost = failed(node, 0, { message: 'Lost', description: 'Look.', outcome: 'unknown' });

/** An item of one of several tries, which find each other's notes in `kept`. */
const itemWith = async (kept: IContextObject) => (await itemOf({ kept })).item;
const answering = () => jest.fn(async () => await Promise.resolve({ id: 7 }));

describe('a later try', () => {
	it.each([
		['1234', '1234', 0],
		['1234', '5678', 1],
		[undefined, undefined, 0],
	])('for a person who got the code %j sends %j %i times', async (first, later, times) => {
		const kept = {};
		await (await itemWith(kept)).once('+84', answering(), first);
		const send = answering();
		expect(await (await itemWith(kept)).once('+84', send, later)).toEqual({ id: 7 });
		expect(send).toHaveBeenCalledTimes(times);
	});

	it('may send a second time to a person who was reached while the outcome of others was not known', async () => {
		const kept = {};
		const item = await itemWith(kept);
		await item.onceForEach(['+84', '+66'], async (_, finish) => {
			finish('+84', { id: 1 });
			item.noteUnknown(lost);
			await Promise.resolve();
		});
		const [again, second] = [answering(), answering()];
		const next = await itemWith(kept);
		expect(await next.once('+84', again)).toEqual({ id: 1 });
		expect(await next.once('+84', second)).toEqual({ id: 7 });
		await expect(next.once('+66', answering())).rejects.toThrow('Lost');
		expect([again, second].map(({ mock }) => mock.calls.length)).toEqual([0, 1]);
	});
});

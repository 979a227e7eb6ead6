import { fakeClock } from '../../support/clock';
import { bodyOf, json } from '../../support/execution';
import { failureOf } from '../../support/failure';
import { itemOf } from '../../support/item';

const call = { method: 'POST' as const, path: '/OTP', body: { a: 1 } };

describe('exchange', () => {
	it('returns the answer as it came, of a refusal too', async () => {
		const respond = () => json({ said: 'code 123456' }, 400);
		const { item, sent } = await itemOf({ respond });
		item.hide('123456');
		expect(await item.send(call)).toMatchObject({
			status: 400,
			headers: {},
			body: { said: 'code 123456' },
			bodyKind: 'JSON',
		});
		expect(sent.map(bodyOf)).toEqual([{ a: 1 }]);
	});

	it('masks every hidden code, and the secrets of the login', async () => {
		const respond = () => json({ said: 'not 1234, not 5678, not secret' });
		const { item } = await itemOf({ respond });
		item.hide('1234');
		item.hide('5678');
		expect(item.mask(await item.request(call))).toEqual({
			said: 'not ******, not ******, not ******',
		});
	});

	it.each([
		[undefined, 30_000],
		['', 30_000],
		[1, 1],
		['5000', 5000],
		[3_600_000, 3_600_000],
	])('with Timeout %j waits %j milliseconds for the provider', async (timeout, expected) => {
		const { item, sent } = await itemOf({
			parameters: { options: { timeout } } as never,
			respond: () => json({}),
		});
		await item.send(call);
		expect(sent[0].options.timeout).toBe(expected);
	});

	it.each([0, -1, 1.5, 'long', 3_600_001])('sends nothing with Timeout %j', async (timeout) => {
		const { item, sent } = await itemOf({ parameters: { options: { timeout } } });
		expect(await failureOf(async () => await item.send(call))).toMatchObject({
			message: `Timeout is “${timeout}”, which is not a whole number from 1 to 3600000`,
			outcome: 'notSent',
		});
		expect(sent).toEqual([]);
	});
});

describe('Item.request', () => {
	it('returns the JSON of a successful answer', async () => {
		for (const body of [{ a: 1 }, [1]])
			expect(await (await itemOf({ respond: () => json(body) })).item.request(call)).toEqual(body);
	});

	it('throws a refusal with the code masked', async () => {
		const respond = () => json({ message: 'Code 1234 is too short' }, 422);
		const { item } = await itemOf({ respond, index: 2 });
		item.hide('1234');
		expect(await failureOf(async () => await item.request(call))).toEqual({
			kind: 'api',
			message: 'Code ****** is too short (Provider, HTTP 422)',
			description: 'Check the fields of the node against what the provider says, then try again.',
			outcome: 'refused',
			itemIndex: 2,
			status: '422',
		});
	});

	it('throws an unknown outcome if a 2xx answer cannot be read', async () => {
		const respond = () => ({ statusCode: 201, headers: {}, body: '<html>' });
		const { item } = await itemOf({ respond });
		expect(await failureOf(async () => await item.request(call))).toMatchObject({
			message: 'Provider answered 201 with a web page (HTML) instead of JSON',
			outcome: 'unknown',
			status: '201',
		});
	});

	it('waits as long as the provider asks', async () => {
		const { waits } = fakeClock(0);
		const respond = (_: unknown, nth: number) => (nth === 0 ? json({}, 429) : json({ a: 1 }));
		expect(await (await itemOf({ respond })).item.request(call)).toEqual({ a: 1 });
		expect(waits).toEqual([500]);
		jest.restoreAllMocks();
	});
});

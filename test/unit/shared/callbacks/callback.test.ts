import fc from 'fast-check';
import {
	callbackWebhook,
	isSameToken,
	verificationTokenField,
} from '../../../../nodes/shared/callbacks/callback';
import { listOf } from '../../../../nodes/shared/values';
import { shapesOf } from '../../support/shape';
import { receive, reader, TOKEN } from '../../support/webhook';

describe('isSameToken', () => {
	it('admits the token and nothing else', () => {
		expect(isSameToken('token', 'token')).toBe(true);
		for (const given of ['Token', 'token ', 'toke', '', undefined, null, ['token'], 5])
			expect(isSameToken('token', given)).toBe(false);
	});

	it('admits nobody with an empty token', () => {
		expect(isSameToken('', '')).toBe(false);
	});

	it('tells any two texts apart', () => {
		fc.assert(
			fc.property(fc.string({ minLength: 1 }), fc.string(), (expected, given) => {
				expect(isSameToken(expected, given)).toBe(expected === given);
			}),
		);
	});
});

describe('a caller', () => {
	it.each([{}, { verificationToken: 'wrong' }, { verificationToken: [TOKEN] }, { token: TOKEN }])(
		'is refused with %j',
		(query) => {
			const { result, response } = receive({ query });
			expect(response).toEqual({
				status: 401,
				json: { accepted: false, reason: 'The verification token is missing or wrong' },
			});
			expect(result).toEqual({ noWebhookResponse: true });
		},
	);

	it('is refused where the node has no token', () => {
		const { response } = receive({ token: '', query: { verificationToken: '' } });
		expect(response?.status).toBe(401);
	});
});

describe('a body', () => {
	const size = 256 * 1024;

	it.each([
		['one byte over the bound', { raw: Buffer.alloc(size + 1) }],
		['a length over the bound', { headers: { 'content-length': String(size + 1) } }],
	])('is refused with %s', (_, setting) => {
		const { result, response } = receive(setting);
		expect(response).toEqual({
			status: 413,
			json: { accepted: false, reason: 'The body is too large' },
		});
		expect(result).toEqual({ noWebhookResponse: true });
	});

	it('is read up to the bound', () => {
		const headers = { 'content-type': 'application/json', 'content-length': String(size) };
		expect(receive({ raw: Buffer.alloc(size, ' '), headers }).response).toBeUndefined();
	});

	it.each([
		['a number', { body: 5 }],
		['null', { body: null }],
		['nothing', { body: undefined }],
		['text of another type', { headers: { 'content-type': 'text/plain' }, raw: Buffer.from('x') }],
		['JSON that is no record', { headers: {}, raw: Buffer.from('"x"') }],
		['nothing of another type', { headers: {} }],
	])('is refused where it is %s', (_, setting) => {
		const { result, response } = receive(setting);
		expect(response).toEqual({
			status: 400,
			json: { accepted: false, reason: 'The body is not JSON' },
		});
		expect(result).toEqual({ noWebhookResponse: true });
	});

	it.each(['application/json', 'APPLICATION/JSON; charset=utf-8', 'application/problem+json'])(
		'is taken as n8n read it with %s',
		(type) => {
			const { result } = receive({ headers: { 'content-type': type }, body: { status: 'a' } });
			expect(result.webhookResponse).toEqual({ accepted: true, reports: 1 });
		},
	);

	it.each<Record<string, string>>([
		{},
		{ 'content-type': 'text/plain' },
		{ 'content-type': 'application/jsonx' },
	])('is read from its bytes with %j', (headers) => {
		const raw = Buffer.from(JSON.stringify([{ status: 'a' }, { status: 'ü' }]));
		const { result } = receive({ headers, raw, body: { not: 'this' } });
		expect(result.workflowData).toEqual([[{ json: { status: 'a' } }, { json: { status: 'ü' } }]]);
	});
});

describe('reports', () => {
	const body = [
		{ status: 'a', nth: 1 },
		{ status: 'b', nth: 2 },
		{ status: 'a', nth: 3 },
	];

	it('start the workflow with one item each', () => {
		expect(receive({ body }).result).toEqual({
			webhookResponse: { accepted: true, reports: 3 },
			workflowData: [body.map((json) => ({ json }))],
		});
	});

	it('start it only where their status was chosen', () => {
		expect(receive({ body, statuses: ['a', 'c'] }).result).toEqual({
			webhookResponse: { accepted: true, reports: 2 },
			workflowData: [[{ json: body[0] }, { json: body[2] }]],
		});
	});

	it.each([
		[body, ['c']],
		[[], []],
	])('do not start it where none is left, and are accepted', (given, statuses) => {
		const { result, response } = receive({ body: given, statuses });
		expect(result).toEqual({ webhookResponse: { accepted: true, reports: 0 } });
		expect(response).toBeUndefined();
	});
});

describe('a body that is nested deeper than n8n can store', () => {
	const nested = (levels: number): unknown =>
		levels === 0 ? 1 : { status: 'a', inner: nested(levels - 1) };

	it.each([
		['as JSON', (body: unknown) => ({ body })],
		['as text', (body: unknown) => ({ headers: {}, raw: Buffer.from(JSON.stringify(body)) })],
	])('is refused %s', (_, incoming) => {
		expect(receive(incoming(nested(64))).response).toBeUndefined();
		const { result, response } = receive(incoming(nested(65)));
		expect(response).toEqual({
			status: 400,
			json: { accepted: false, reason: 'The body is nested too deeply' },
		});
		expect(result).toEqual({ noWebhookResponse: true });
	});
});

it('reads the reports with what the provider gives for it', () => {
	expect(reader.read([{ status: 'a' }])).toEqual([{ status: 'a' }]);
	expect(callbackWebhook).toEqual({
		name: 'default',
		httpMethod: 'POST',
		responseMode: 'onReceived',
		responseData: '',
		path: 'webhook',
	});
	expect(shapesOf([verificationTokenField])).toEqual([
		{ name: 'verificationToken', type: 'string', default: '', required: true },
	]);
	expect(verificationTokenField.typeOptions).toEqual({ password: true });
});

it('makes a list of one, several or none', () => {
	expect(listOf([1, 2])).toEqual([1, 2]);
	expect([listOf(1), listOf(0)]).toEqual([[1], [0]]);
	// toEqual takes [undefined] for [].
	for (const nothing of [undefined, null]) expect(listOf(nothing)).toStrictEqual([]);
});

import fc from 'fast-check';
import { anyText } from '../../../support/anyText';
import {
	callbackWebhook,
	isSameToken,
	requireToken,
	verificationTokenField,
} from '../../../../nodes/shared/callbacks/callback';
import { failureOf } from '../../support/failure';
import { fakeHook, receive, TOKEN } from '../../support/webhook';

describe('isSameToken', () => {
	it('accepts only the token', () => {
		expect(isSameToken('token', 'token')).toBe(true);
		for (const given of ['Token', 'token ', 'toke', '', undefined, null, ['token'], 5])
			expect(isSameToken('token', given)).toBe(false);
	});

	it('accepts nothing if the expected token is empty', () => {
		expect(isSameToken('', '')).toBe(false);
	});

	it('distinguishes any two texts', () => {
		fc.assert(
			fc.property(fc.string({ minLength: 1 }), fc.string(), (expected, given) => {
				expect(isSameToken(expected, given)).toBe(expected === given);
			}),
		);
	});
});

describe('receiveCallback without the token', () => {
	it.each([{}, { verificationToken: 'wrong' }, { verificationToken: [TOKEN] }, { token: TOKEN }])(
		'refuses %j',
		(query) => {
			const { result, response } = receive({ query });
			expect(response).toEqual({
				status: 401,
				json: { accepted: false, reason: 'The verification token is missing or wrong' },
			});
			expect(result).toEqual({ noWebhookResponse: true });
		},
	);

	it('refuses every caller if the node has no token', () => {
		const { response } = receive({ token: '', query: { verificationToken: '' } });
		expect(response?.status).toBe(401);
	});
});

const FORM = 'application/x-www-form-urlencoded; charset=utf-8';

describe('receiveCallback with the token', () => {
	const size = 256 * 1024;

	it.each([
		['one byte over the bound', { raw: Buffer.alloc(size + 1) }],
		['a length over the bound', { headers: { 'content-length': String(size + 1) } }],
	])('refuses a body with %s', (_, setting) => {
		const { result, response } = receive(setting);
		expect(response).toEqual({
			status: 413,
			json: { accepted: false, reason: 'The body is too large' },
		});
		expect(result).toEqual({ noWebhookResponse: true });
	});

	it('reads a body up to the limit', () => {
		const headers = { 'content-type': 'application/json', 'content-length': String(size) };
		expect(receive({ raw: Buffer.alloc(size, ' '), headers }).response).toBeUndefined();
	});

	it.each([
		['nothing', { body: undefined }],
		['null', { body: null }],
		['an empty object', { body: {} }],
		['an empty list', { headers: {}, raw: Buffer.from('[]') }],
		['nothing of another type', { headers: {} }],
		['a line end of another type', { headers: {}, raw: Buffer.from(' \n') }],
		['a form without a field', { headers: { 'content-type': FORM }, raw: Buffer.from('') }],
	])('starts nothing for %s: an empty ping', (_, setting) => {
		const { result, response } = receive(setting);
		expect(result).toEqual({ webhookResponse: { accepted: true, reports: 0 } });
		expect(response).toBeUndefined();
	});

	const text = { 'content-type': 'text/plain' };
	const form = { 'content-type': FORM };

	it.each<[string, object, unknown]>([
		['a number', { body: 5 }, 5],
		['text', { headers: text, raw: Buffer.from('x y') }, 'x y'],
		['a text in JSON', { headers: {}, raw: Buffer.from('"x"') }, 'x'],
		['JSON that breaks off', { headers: {}, raw: Buffer.from('{"status":') }, '{"status":'],
		['another object', { body: { other: 1 } }, { other: 1 }],
		['another form', { headers: form, raw: Buffer.from('a=1&b[c]=2') }, { a: '1', b: { c: '2' } }],
	])('starts the workflow with %s that it does not understand', (_, setting, report) => {
		expect(receive(setting).result).toEqual({
			webhookResponse: { accepted: true, reports: 1 },
			workflowData: [[{ json: { status: 'unknown', report } }]],
		});
		expect(receive({ ...setting, statuses: ['a'] }).result.workflowData).toBeUndefined();
	});

	it.each([
		['a form', form, 'status=a&n=%C3%BC'],
		['a form that is called text', text, 'status=a&n=%C3%BC'],
		['a form with JSON in it', form, 'data={"status":"a","n":"%C3%BC"}'],
		['a form in brackets', form, 'events[0][status]=a&events[0][n]=%C3%BC'],
		['a form in dots', form, 'data.status=a&data.n=%C3%BC'],
		['a byte order mark', {}, '\uFEFF{"status":"a","n":"ü"}'],
		['keys with blanks', {}, '{" status":"a","n ":"ü"}'],
	])('reads %s', (_, headers, raw) => {
		const { result } = receive({ headers: headers as never, raw: Buffer.from(raw) });
		expect(result.workflowData).toEqual([[{ json: { status: 'a', n: 'ü' } }]]);
	});

	const levels = (count: number) => Array.from({ length: count }, (_, level) => `k${level}`);
	const nested = (keys: string[]): unknown =>
		keys.reduceRight<unknown>((inner, key) => ({ [key]: inner }), '1');

	it.each([
		['an empty key', '=1', { '': '1' }],
		['a key of brackets', '[]=1', { '[]': '1' }],
		['numbers as keys', 'a[9]=1&a[10]=2', { a: ['1', '2'] }],
		['a key that begins as a number', 'a[0]=1&a[1x]=2', { a: { 0: '1', '1x': '2' } }],
		['a key that ends as a number', 'a[0]=1&a[x1]=2', { a: { 0: '1', x1: '2' } }],
		['a key twice', 'a=1&a=2', { a: '2' }],
		['a key with a value and with keys below it', 'a=1&a[b]=2', { a: { b: '2' } }],
		['eight levels', `${levels(8).join('.')}=1`, nested(levels(8))],
		[
			'nine levels, which no report has',
			`${levels(9).join('.')}=1`,
			{ [levels(9).join('.')]: '1' },
		],
		['values that are no JSON objects', 'a=null&b=5&c=[', { a: 'null', b: '5', c: '[' }],
	])('reads a form with %s', (_, raw, report) => {
		const { result } = receive({ headers: form, raw: Buffer.from(raw) });
		expect(result.workflowData).toEqual([[{ json: { status: 'unknown', report } }]]);
	});

	it.each(['my a=1', 'a=1 2', '<a=1', 'a=<1>'])('reads the text %j as no form', (raw) => {
		const { result } = receive({ headers: text, raw: Buffer.from(raw) });
		expect(result.workflowData).toEqual([[{ json: { status: 'unknown', report: raw } }]]);
	});

	it('reads the parts of a multipart form, which n8n parses', () => {
		const headers = { 'content-type': 'multipart/form-data; boundary=x' };
		const { result } = receive({ headers, body: { data: { status: 'a' }, files: {} } });
		expect(result.workflowData).toEqual([[{ json: { status: 'a' } }]]);
	});

	it('reads any form without throwing, and keeps its prototype', () => {
		fc.assert(
			fc.property(anyText({ maxLength: 60 }), (raw) => {
				const { response } = receive({ headers: form, raw: Buffer.from(`${raw}=1`) });
				expect(response).toBeUndefined();
			}),
		);
		const raw = Buffer.from('__proto__[a]=1&constructor[prototype][a]=1&status=a');
		receive({ headers: form, raw });
		expect(({} as { a?: string }).a).toBeUndefined();
		const deep = Buffer.from(`${'a['.repeat(50_000)}=1&status=a`);
		expect(receive({ headers: form, raw: deep }).result.workflowData).toHaveLength(1);
	});

	it.each(['application/json', 'APPLICATION/JSON; charset=utf-8', 'application/problem+json'])(
		"uses n8n's parsed body with %s",
		(type) => {
			const { result } = receive({ headers: { 'content-type': type }, body: { status: 'a' } });
			expect(result.webhookResponse).toEqual({ accepted: true, reports: 1 });
		},
	);

	it.each<Record<string, string>>([
		{},
		{ 'content-type': 'text/plain' },
		{ 'content-type': 'application/jsonx' },
	])('parses the bytes of the body with %j', (headers) => {
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

	it('starts the workflow with one item for each report', () => {
		expect(receive({ body }).result).toEqual({
			webhookResponse: { accepted: true, reports: 3 },
			workflowData: [body.map((json) => ({ json }))],
		});
	});

	it('starts the workflow only with the chosen statuses', () => {
		expect(receive({ body, statuses: ['a', 'c'] }).result).toEqual({
			webhookResponse: { accepted: true, reports: 2 },
			workflowData: [[{ json: body[0] }, { json: body[2] }]],
		});
	});

	it.each([
		[body, ['c']],
		[[], []],
	])('accepts %j without starting the workflow, with the statuses %j', (given, statuses) => {
		const { result, response } = receive({ body: given, statuses });
		expect(result).toEqual({ webhookResponse: { accepted: true, reports: 0 } });
		expect(response).toBeUndefined();
	});
});

describe('receiveCallback with a body nested more deeply than n8n can store', () => {
	const nested = (levels: number): unknown =>
		levels === 0 ? 1 : { status: 'a', inner: nested(levels - 1) };

	it.each([
		['as JSON', (body: unknown) => ({ body })],
		['as text', (body: unknown) => ({ headers: {}, raw: Buffer.from(JSON.stringify(body)) })],
	])('refuses it %s', (_, incoming) => {
		expect(receive(incoming(nested(64))).response).toBeUndefined();
		const { result, response } = receive(incoming(nested(65)));
		expect(response).toEqual({
			status: 400,
			json: { accepted: false, reason: 'The body is nested too deeply' },
		});
		expect(result).toEqual({ noWebhookResponse: true });
	});
});

it('offers a webhook for POST, and a required password field for the token', () => {
	expect(callbackWebhook).toEqual({
		name: 'default',
		httpMethod: 'POST',
		responseMode: 'onReceived',
		responseData: '',
		path: 'webhook',
	});
	const { required, typeOptions } = verificationTokenField.property;
	expect({ required, typeOptions }).toEqual({ required: true, typeOptions: { password: true } });
});

describe('requireToken', () => {
	it('accepts a workflow with a token', () => {
		expect(requireToken(fakeHook('x'))).toBe(true);
	});

	it.each(['abc', 'A-Za.z0_9~', 'base64==', "a!$'()*,;:@/?b"])('accepts the token %j', (token) => {
		expect(requireToken(fakeHook(token))).toBe(true);
	});

	it.each(['a&b', 'a#b', 'a+b', 'a b', ' a', '%41', '100%', 'é', 'a\nb'])(
		'refuses the token %j, which a URL does not carry as it is',
		async (token) => {
			expect(await failureOf(() => requireToken(fakeHook(token)))).toMatchObject({
				kind: 'operation',
				message: 'Verification Token has characters that a URL does not carry as they are',
				description: 'Enter another secret, of letters and digits only.',
			});
		},
	);

	it.each(['', undefined])('refuses a workflow with the token %j', async (token) => {
		expect(await failureOf(() => requireToken(fakeHook(token)))).toMatchObject({
			kind: 'operation',
			message: 'Verification Token is empty',
			description:
				'Enter a secret of your choice and append it to the URL you give the provider, as ?verificationToken=….',
		});
	});
});

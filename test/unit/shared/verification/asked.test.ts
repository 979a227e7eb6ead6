import { newRequest, readAsked } from '../../../../nodes/shared/verification/asked';
import { FakeTrigger } from '../../support/trigger';
import type { Incoming } from '../../support/triggerRequest';

const JSON_TYPE = { 'content-type': 'application/json' };
const FORM_TYPE = { 'content-type': 'application/x-www-form-urlencoded' };
const KIBIBYTES_16 = 16 * 1024;

const read = (incoming: Incoming) => readAsked(new FakeTrigger().functions(incoming));
const post = (body: unknown, more: Incoming = {}) =>
	read({ method: 'POST', headers: JSON_TYPE, body, ...more });
const submit = (form: string, headers: Record<string, string> = FORM_TYPE) =>
	read({ method: 'POST', headers, raw: Buffer.from(form) });

afterEach(() => jest.restoreAllMocks());

describe('a request of an app', () => {
	it.each([
		['sends', {}, 'send'],
		['checks', { challenge: '2.x', code: '1' }, 'check'],
		['checks', { challenge: '', code: '1' }, 'check'],
		['resends', { challenge: '2.x', resend: true }, 'resend'],
		['resends', { challenge: '2.x', resend: 'true', other: false }, 'resend'],
		['asks for the other way', { challenge: '2.x', other: true }, 'other'],
		['asks for the other way', { challenge: '2.x', other: 'true', resend: true }, 'other'],
		['checks', { challenge: '2.x', resend: false, other: 'false' }, 'check'],
		['sends', { resend: true, other: true }, 'send'],
	])('%s by its fields: %j', (_, body, action) => {
		expect(post(body).action).toBe(action);
	});

	it('has its values as text, without blanks around them', () => {
		const numbers = { phoneNumber: 919273027, code: 12345, challenge: true, request: 5 };
		expect(post(numbers)).toMatchObject({
			...{ phoneNumber: '919273027', code: '12345', challenge: 'true', request: '5' },
		});
		expect(post({ phoneNumber: ' 0919 ', code: ' 1 ', reference: ' a ' })).toMatchObject({
			...{ phoneNumber: '0919', code: '1', reference: 'a', challenge: '', request: '' },
		});
	});

	it.each([null, [], ['text'], 5, 'text', { phoneNumber: {}, code: [], request: null }])(
		'holds nothing in a body of another form: %j',
		(body) => {
			expect(post(body)).toMatchObject({
				...{ phoneNumber: '', code: '', challenge: '', request: '', reference: '' },
			});
		},
	);

	it('cuts off an ID that is too long, which only has to tell requests apart', () => {
		expect(post({ request: 'a'.repeat(201) }).request).toBe('a'.repeat(200));
	});

	it.each([
		[JSON_TYPE, true],
		[{ 'content-type': 'application/json; charset=utf-8' }, true],
		[{ 'content-type': 'Application/JSON', accept: 'text/html' }, true],
		[{ 'content-type': 'application/vnd.api+json' }, true],
		[{ 'content-type': 'application/jsonp' }, false],
		[{ 'content-type': 'text/plain', accept: 'application/json' }, true],
		[{ accept: 'application/vnd.api+JSON' }, true],
		[{ accept: 'text/HTML, application/json' }, false],
		[{ accept: 'application/xhtml+xml, application/json' }, true],
		[{ accept: 'application/jsonp' }, false],
		[{ accept: '*/*' }, false],
		[FORM_TYPE, false],
		[{}, false],
	])('is told from a form by its headers: %j', (headers: Record<string, string>, isJson) => {
		expect(post({}, { headers }).isJson).toBe(isJson);
	});
});

describe('a form', () => {
	it.each(['send', 'check', 'resend', 'other', 'restart'])(
		'does what its button says: %s',
		(action) => {
			expect(submit(`action=${action}&challenge=2.x`)).toMatchObject({ action, isJson: false });
		},
	);

	it.each(['', 'show', 'unknown', 'toString'])('sends for any other button: %j', (action) => {
		expect(submit(`action=${action}`).action).toBe('send');
	});

	it('is read whatever n8n made of it', () => {
		const form = 'phoneNumber=%2B84919273027&reference=order+7';
		for (const headers of [FORM_TYPE, {}])
			expect(submit(form, headers)).toMatchObject({
				...{ phoneNumber: '+84919273027', reference: 'order 7' },
			});
	});

	it('goes by its own reference, and else by that of its address', () => {
		const more = { query: { reference: 'of the address', lang: ' vi ' } };
		expect(post({ reference: 'own' }, more).reference).toBe('own');
		expect(post({ reference: '' }, more).reference).toBe('');
		expect(post({}, more)).toMatchObject({ reference: 'of the address', lang: 'vi' });
		expect(post({}, { query: { reference: ['a', 'b'], lang: {} } })).toMatchObject({
			...{ reference: '', lang: '' },
		});
	});
});

describe('any other method', () => {
	it.each(['GET', 'HEAD', 'PUT'])('shows the page for %s, whatever is in the body', (method) => {
		const body = { action: 'send', challenge: '2.x', phoneNumber: '0919273027' };
		const headers = { ...JSON_TYPE, accept: 'application/json', 'content-length': '999999' };
		expect(read({ method, headers, body, query: { reference: 'a' } })).toMatchObject({
			...{ action: 'show', isJson: false, isHead: method === 'HEAD', isTooLarge: false },
			...{ phoneNumber: '', challenge: '', reference: 'a' },
		});
	});
});

describe('a body', () => {
	it('may have 16 kibibytes, and is not read beyond', () => {
		const ofSize = (bytes: number) => {
			const body = { phoneNumber: '1', other: '' };
			body.other = 'x'.repeat(bytes - JSON.stringify(body).length);
			return post(body);
		};
		expect(ofSize(KIBIBYTES_16)).toMatchObject({ isTooLarge: false, phoneNumber: '1' });
		expect(ofSize(KIBIBYTES_16 + 1)).toMatchObject({ isTooLarge: true, phoneNumber: '' });
	});

	it('is as long as it says, where n8n does not keep its bytes', () => {
		const said = (length: string) =>
			read({ method: 'POST', headers: { ...JSON_TYPE, 'content-length': length } }).isTooLarge;
		expect([said('16384'), said('16385'), said('many')]).toEqual([false, true, true]);
		expect(read({ method: 'POST', headers: JSON_TYPE }).isTooLarge).toBe(false);
	});
});

it('notes from which website a request came', () => {
	expect(post({}, { headers: { origin: 'https://a.example' } }).origin).toBe('https://a.example');
	expect(post({}).origin).toBeUndefined();
});

it('gives each form an ID of its own', () => {
	const ids = Array.from({ length: 100 }, newRequest);
	expect(new Set(ids).size).toBe(ids.length);
	for (const id of ids) expect(id).toMatch(/^[\w-]{16}$/);
});

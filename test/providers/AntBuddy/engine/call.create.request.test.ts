import { NodeTest } from '../../../support/nodeTest';
import { casesOf } from '../..';
import { provider } from '../provider';
import { account } from '../sandbox';

const [create] = casesOf(provider);
const test = new NodeTest(create.type, {
	...create.parameters,
	phoneNumber: '0919273027',
});
const code = expect.stringMatching(/^\d{6}$/);
const own = { codeSource: 'own', code: '123445' };

it('logs in and places the call in the documented form', async () => {
	const { store } = await test.run();
	const json = { accept: 'application/json', 'content-type': 'application/json' };
	const token = store.stored.c.accessToken;
	const { username, password } = account;
	expect(token).toMatch(/^\S{20,}$/);
	expect(test.requests).toEqual([
		{ method: 'POST', path: '/get-token/', headers: json, body: { username, password } },
		{
			method: 'POST',
			path: '/voice-otp/',
			headers: { ...json, authorization: `Bearer ${token}` },
			body: { alarm_phonenumber: '0919273027', otp: code },
		},
	]);
});

it('sends the documented example', async () => {
	await test.run({ parameters: { ...own, options: { maxRetry: 0 } } });
	expect(test.sentBody).toEqual({ alarm_phonenumber: '0919273027', otp: '123445', maxretry: 0 });
});

it("puts out AntBuddy's answer and the challenge", async () => {
	const { output } = await test.run({ parameters: { options: { maxRetry: 2 } } });
	expect(output).toEqual([
		{
			json: {
				id: 1,
				alarm_phonenumber: '0919273027',
				otp: '******',
				maxretry: 2,
				status: 'queued',
				created_date: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
				phoneNumber: '+84919273027',
				challenge: expect.stringMatching(/^1\.[\w-]+\.[\w-]+$/),
				expiresAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
				codeLength: 6,
			},
			pairedItem: { item: 0 },
		},
	]);
});

describe('each way to give a code', () => {
	it.each<[string, object, object]>([
		['nothing', {}, { otp: code }],
		['Code Source "provider"', { codeSource: 'provider' }, {}],
		['an own code', own, { otp: '123445' }],
		['an own code as people write it', { ...own, code: ' 123-445 ' }, { otp: '123-445' }],
		['an own code of letters', { ...own, code: 'AB12cd' }, { otp: 'AB12cd' }],
		['an own code from a number', { ...own, code: '={{ 123445 }}' }, { otp: '123445' }],
		['an own code with a leading zero', { ...own, code: '012345' }, { otp: '012345' }],
	])('sends the right code with %s', async (_name, parameters, body) => {
		const { error } = await test.run({ parameters: parameters as never });
		expect(error).toBeUndefined();
		expect(test.sentBody).toEqual({ alarm_phonenumber: '0919273027', ...body });
	});
});

it('reads every field from an expression', async () => {
	const parameters = {
		phoneNumber: '={{ $json.to }}',
		codeSource: '={{ $json.source }}',
		code: '={{ $json.code }}',
		options: { maxRetry: '={{ $json.again }}' },
	};
	const items = [{ to: '0919 273 027', source: 'own', code: 424242, again: 1 }];
	await test.run({ parameters, items });
	expect(test.sentBody).toEqual({ alarm_phonenumber: '0919273027', otp: '424242', maxretry: 1 });
});

it.each(['/', '//', ' '])('accepts %p after the Base URL', async (end) => {
	const { error } = await test.run({ credential: { baseUrl: `${test.baseUrl}${end}` } });
	expect(error).toBeUndefined();
	expect(test.requests.map(({ path }) => path)).toEqual(['/get-token/', '/voice-otp/']);
});

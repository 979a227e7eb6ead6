import { basicAuthorization } from '../../../nodes/shared/credential/authenticated';
import { account } from '../../providers/Ants/sandbox';
import { NodeTest } from '../../support/nodeTest';
import { antsRequest, OTC_ID } from '../../support/operations';
import { expectRefusedInput } from '../../support/refusedInput';

const test = new NodeTest(antsRequest.type, antsRequest.parameters);
const usual = { otcId: OTC_ID, mobile: '66812345678' };
const report = {
	notifyUrl: 'https://testSendOTP',
	notifyContentType: 'application/json',
	callbackData: 'OTP Data',
};

it('sends the example of the document', async () => {
	// No network has the number of the example.
	const options = { ...report, sendNumberUnchanged: true };
	await test.run({ parameters: { mobile: '66123456789', options } });
	const { username, password } = account;
	expect(test.requests).toEqual([
		{
			method: 'POST',
			path: '/otp/requestOTP',
			headers: {
				accept: 'application/json',
				'content-type': 'application/json',
				authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
			},
			body: { otcId: OTC_ID, mobile: '66123456789', ...report },
		},
	]);
});

it.each([
	['ümläut', 'pässwörd'],
	['ผู้ใช้', 'รหัสผ่าน'],
	['name', 'with:colon'],
	['name', '  spaces  '],
])('logs in as %s with Basic auth in UTF-8', async (username, password) => {
	await test.run({ credential: { username, password } });
	const { authorization } = test.requests[0].headers;
	expect(authorization).toBe(basicAuthorization(username, password));
	const login = Buffer.from(String(authorization).slice('Basic '.length), 'base64').toString();
	expect(login).toBe(`${username}:${password}`);
});

describe('each field alone', () => {
	it.each<[string, object, object]>([
		['nothing', {}, {}],
		['Notify URL', { notifyUrl: report.notifyUrl }, { notifyUrl: report.notifyUrl }],
		[
			'Notify URL with a query',
			{ notifyUrl: 'http://a.test/b?c=d' },
			{ notifyUrl: 'http://a.test/b?c=d' },
		],
		['Notify URL empty', { notifyUrl: '' }, {}],
		[
			'Notify Content Type',
			{ notifyContentType: 'application/json' },
			{ notifyContentType: 'application/json' },
		],
		['Callback Data', { callbackData: 'OTP Data' }, { callbackData: 'OTP Data' }],
		['Callback Data of Thai letters', { callbackData: 'ข้อมูล' }, { callbackData: 'ข้อมูล' }],
		['Callback Data from a number', { callbackData: '={{ 1234 }}' }, { callbackData: '1234' }],
		[
			'Callback Data from an object',
			{ callbackData: '={{ { order: 1 } }}' },
			{ callbackData: '{"order":1}' },
		],
		['Callback Data null', { callbackData: '={{ null }}' }, {}],
		['Timeout', { timeout: 5000 }, {}],
		['Max Concurrency', { maxConcurrency: 1 }, {}],
		['Batching', { batching: { batch: { batchSize: 1, batchInterval: 1 } } }, {}],
	])('%s', async (_name, options, body) => {
		await test.run({ parameters: { options } as never });
		expect(test.sentBody).toEqual({ ...usual, ...body });
	});

	it.each([OTC_ID, ` ${OTC_ID} `, `={{ "${OTC_ID}" }}`])('OTC ID %p', async (otcId) => {
		const { error } = await test.run({ parameters: { otcId } });
		expect(error).toBeUndefined();
		expect(test.sentBody).toEqual(usual);
	});
});

it.each(['success', 'status'] as const)(
	'puts out the same where the answer calls its result "%s"',
	async (antsStatusKey) => {
		test.sandbox.configure({ antsStatusKey });
		const { output } = await test.run();
		const [{ id, ...sms }] = test.sandbox.state.inbox;
		expect(output).toEqual([
			{
				json: {
					otcId: OTC_ID,
					otpId: id,
					referenceCode: expect.stringMatching(/^[A-Za-z0-9]{5}$/),
					status: { message: 'success', description: '' },
					phoneNumber: '+66812345678',
				},
				pairedItem: { item: 0 },
			},
		]);
		expect(output[0].json.referenceCode).toBe((sms as { referenceCode?: string }).referenceCode);
	},
);

it('never learns the code, which only the phone gets', async () => {
	const { stored } = await test.run();
	const [{ code }] = test.sandbox.state.inbox;
	expect(code).toMatch(/^\d{5}$/);
	expect(stored).not.toContain(`"${code}"`);
});

describe('limits', () => {
	it.each<[string, unknown, unknown]>([
		['OTC ID is 201 characters long; at most 200', 'x'.repeat(201), {}],
		['OTC ID is empty', '={{ "" }}', {}],
		['OTC ID is empty', '={{ null }}', {}],
		['OTC ID “{}” is not a text', '={{ {} }}', {}],
		['OTC ID “["a"]” is not a text', '={{ ["a"] }}', {}],
		['OTC ID “true” is not a text', '={{ true }}', {}],
		[
			'Callback Data is 4001 characters long; at most 4000',
			OTC_ID,
			{ callbackData: 'x'.repeat(4001) },
		],
		['Callback Data “true” is not a text', OTC_ID, { callbackData: true }],
		['Notify URL “callback” is not a web address', OTC_ID, { notifyUrl: 'callback' }],
		['Notify URL “ftp://a.test/” is not a web address', OTC_ID, { notifyUrl: 'ftp://a.test/' }],
		['Notify URL “javascript:1” is not a web address', OTC_ID, { notifyUrl: 'javascript:1' }],
		['Notify URL “{"url":"x"}” is not a web address', OTC_ID, { notifyUrl: { url: 'x' } }],
		['Notify URL “true” is not a web address', OTC_ID, { notifyUrl: true }],
		['Notify Content Type is “text/xml”, which is not', OTC_ID, { notifyContentType: 'text/xml' }],
		['Notify Content Type is “1”, which is not', OTC_ID, { notifyContentType: 1 }],
	])('%s', async (words, otcId, options) => {
		const result = await test.run({ parameters: { otcId, options } as never });
		expectRefusedInput(test, result, words.split(/ (?:is|“)/)[0], new RegExp(`^${escaped(words)}`));
	});

	it('takes Callback Data of 4000 characters, and passes an OTC ID of 200 on', async () => {
		const callbackData = 'x'.repeat(4000);
		const otcId = 'x'.repeat(200);
		const { error } = await test.run({ parameters: { otcId, options: { callbackData } } });
		expect(test.sentBody).toMatchObject({ otcId, callbackData });
		expect(error?.message).toContain('Invalid OTP Config');
	});
});

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

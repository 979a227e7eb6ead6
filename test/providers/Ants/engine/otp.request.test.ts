import { basicAuthorization } from '../../../../nodes/shared/credential/authenticated';
import { account } from '../sandbox';
import { NodeTest } from '../../../support/nodeTest';
import { expectRefusedInput } from '../../../support/refusedInput';
import { casesOf } from '../..';
import { provider } from '../provider';

const [request] = casesOf(provider);

const test = new NodeTest(request.type, request.parameters);
const report = {
	notifyUrl: 'https://testSendOTP',
	notifyContentType: 'application/json',
	callbackData: 'OTP Data',
};

it('sends the documented example', async () => {
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
			body: { otcId: account.otcId, mobile: '66123456789', ...report },
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

it.each(['success', 'status'] as const)(
	'puts out the same for an answer that calls its result "%s"',
	async (antsStatusKey) => {
		test.sandbox.configure({ antsStatusKey });
		const { output } = await test.run();
		const [{ id, ...sms }] = test.sandbox.state.inbox;
		expect(output).toEqual([
			{
				json: {
					otcId: account.otcId,
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

it('never gets the code, which only the phone receives', async () => {
	const { stored } = await test.run();
	const [{ code }] = test.sandbox.state.inbox;
	expect(code).toMatch(/^\d{5}$/);
	expect(stored).not.toContain(`"${code}"`);
});

it('refuses a number that is in no allowed country by Default Country', async () => {
	const result = await test.run({
		parameters: { mobile: '0919 273 027', options: { defaultCountry: 'VN' } },
		credential: { allowedCountries: ['TH'] },
	});
	expectRefusedInput(test, result, 'Mobile “+84919273027”', /belongs to Vietnam/);
});

import { verification } from '../../../nodes/Ants/verification';
import { bodyOf, json } from '../support/execution';
import { FakeTrigger } from '../support/trigger';

afterEach(() => jest.restoreAllMocks());

it('texts a code of its own for the OTC ID, and checks it itself', async () => {
	const trigger = new FakeTrigger({ provider: 'ants', otcId: 'an OTC ID' });
	const { challenge } = (await trigger.ask({ phoneNumber: '081 234 5678' })).json;
	trigger.respond = () => json({ result: true, isErrorCount: false, isExprCode: false });
	const { outputs } = await trigger.ask({ challenge, code: '79895' });
	expect(trigger.sent.map(bodyOf)).toEqual([
		{ otcId: 'an OTC ID', mobile: '66812345678' },
		{ otpId: 'otp-0', otpCode: '79895' },
	]);
	expect(trigger.sent.map(({ options }) => options.url)).toEqual([
		...['https://api.example.com/otp/requestOTP', 'https://api.example.com/otp/verifyOTP'],
	]);
	expect(outputs).toMatchObject([[{ channel: 'text' }]]);
	expect(verification.fields.map(({ label }) => label)).toEqual(['OTC ID']);
	expect(Object.keys(verification.credentialTest)).toEqual(['testAntsApi']);
});

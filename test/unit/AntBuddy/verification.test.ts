import { verification } from '../../../nodes/AntBuddy/verification';
import { bodyOf } from '../support/execution';
import { FakeTrigger } from '../support/trigger';

afterEach(() => jest.restoreAllMocks());

it('calls with the trigger’s code, and asks for nothing but a credential', async () => {
	const trigger = new FakeTrigger({ provider: 'antBuddy' });
	await trigger.ask({ phoneNumber: '0919 273 027' });
	const [{ credentialType, options }] = trigger.sent;
	expect([credentialType, options.url]).toEqual([
		...['antBuddyApi', 'https://api.example.com/voice-otp/'],
	]);
	expect(bodyOf(trigger.sent[0])).toEqual({
		...{ alarm_phonenumber: '0919273027', otp: expect.stringMatching(/^\d{6}$/) as string },
	});
	expect([verification.fields, verification.channel]).toEqual([[], 'call']);
	expect(Object.keys(verification.credentialTest)).toEqual(['testAntBuddyApi']);
});

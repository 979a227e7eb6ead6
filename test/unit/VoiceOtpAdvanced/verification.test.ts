import { verification } from '../../../nodes/VoiceOtpAdvanced/verification';
import { bodyOf } from '../support/execution';
import { FakeTrigger } from '../support/trigger';

afterEach(() => jest.restoreAllMocks());

it('calls with the trigger’s code from the builder’s number', async () => {
	const trigger = new FakeTrigger({ provider: 'cmVoice', caller: '+31 20 123 4567' });
	await trigger.ask({ phoneNumber: '+84919273027' });
	const [{ credentialType, options }] = trigger.sent;
	expect([credentialType, options.url]).toEqual(['cmVoiceApi', 'https://api.example.com/OTP']);
	expect(bodyOf(trigger.sent[0])).toMatchObject({
		...{ callee: '+84919273027', caller: '+31201234567' },
		code: expect.stringMatching(/^\d{6}$/) as string,
	});
	expect([verification.channel, verification.fields.length]).toEqual(['call', 1]);
	expect(Object.keys(verification.credentialTest)).toEqual(['testCmVoiceApi']);
});

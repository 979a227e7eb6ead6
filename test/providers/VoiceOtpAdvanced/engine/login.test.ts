import { cmVoice } from '../../../../nodes/VoiceOtpAdvanced/provider';

it('refuses a challenge after a change of Authentication', async () => {
	const secrets = ['productToken', 'bearer', 'basic'].map((authentication) =>
		cmVoice.secretOf({
			...{ authentication, productToken: 'a', token: 'b', username: 'c', password: 'd' },
		}),
	);
	expect(new Set(secrets).size).toBe(3);
});

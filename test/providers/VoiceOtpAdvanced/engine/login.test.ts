import { cmVoice } from '../../../../nodes/VoiceOtpAdvanced/provider';

it('makes the way of logging in a part of the secret', async () => {
	const secrets = ['productToken', 'bearer', 'basic'].map((authentication) =>
		cmVoice.secretOf({
			...{ authentication, productToken: 'a', token: 'b', username: 'c', password: 'd' },
		}),
	);
	expect(new Set(secrets).size).toBe(3);
});

/**
 * The logins the sandbox knows, and no others. They are made up for it and open nothing elsewhere.
 * `ants.otcId` is the OTP configuration of the example in the ANTS document.
 */
export const accounts = {
	antBuddy: { username: 'sandbox', password: 'sandbox-antbuddy-password' },
	secondAntBuddy: { username: 'sandbox-two', password: 'sandbox-antbuddy-password-two' },
	ants: {
		username: 'sandbox',
		password: 'sandbox-ants-password',
		otcId: '0DC8E7AD-0168-440C-AF10-BF556B164D83',
	},
	cmVoice: {
		productToken: 'sandbox-cm-product-token',
		bearerToken: 'sandbox-cm-gateway-token',
		username: 'sandbox',
		password: 'sandbox-cm-password',
	},
} as const;

/** What an `Authorization` header carries for HTTP Basic with this login. */
export function basicAuthorization(login: { username: string; password: string }): string {
	return `Basic ${Buffer.from(`${login.username}:${login.password}`).toString('base64')}`;
}

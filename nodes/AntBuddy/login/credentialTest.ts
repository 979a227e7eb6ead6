import type { Answer } from '../../shared/provider';
import { credentialTest } from '../../shared/request/credentialTest';
import type { Wrong } from '../../shared/request/credentialTest';
import { isRecord } from '../../shared/values';
import { antBuddy } from '../provider';
import { logIn } from './accessToken';
import { isTokenRefused } from './refusedToken';

function refusedLogin(answer: Answer): Wrong | undefined {
	if (isTokenRefused(answer))
		return {
			message: 'AntBuddy accepted the login but not its access token',
			description: 'Ask AntBuddy whether the account may use Voice OTP.',
		};
	return answer.status === 403
		? {
				message: 'Username and Password are right, but the account may not use Voice OTP',
				description: 'Ask AntBuddy to allow it.',
			}
		: undefined;
}

/** Whether a body is or holds a list, in any of the shapes of docs/providers/antbuddy.md#answers. */
const holdsList = (body: unknown): boolean =>
	Array.isArray(body) ||
	(isRecord(body) &&
		[body, body.data].filter(isRecord).some((place) => Object.values(place).some(Array.isArray)));

/** The test of the AntBuddy API credential: logs in and lists calls, which costs nothing. */
export const testAntBuddyApi = credentialTest({
	provider: antBuddy,
	api: 'Voice OTP API',
	request: { method: 'GET', path: '/voice-otp/' },
	logIn: async (helper, credential) => ({
		...credential,
		accessToken: await logIn(helper, credential),
	}),
	headersOf: ({ accessToken }) => ({ Authorization: `Bearer ${String(accessToken)}` }),
	refusedLogin,
	isRight: ({ status, body }) => status < 300 && holdsList(body),
});

import { messageIn } from '../shared/answer/words';
import type { Answer } from '../shared/provider';
import { credentialTest } from '../shared/request/credentialTest';
import type { Wrong } from '../shared/request/credentialTest';
import { isRecord, listOf, plainText } from '../shared/values';
import { loginHeader } from './loginHeader';
import { cmVoice } from './provider';

/** Codes of a refused login (docs/providers/cm.md#answers). */
const LOGIN_CODES = ['101', '103', '401'];
const LOGIN_WORDS =
	/authenticat|unauthori[sz]ed|credentials|(product.?token|token|api.?key|login|password).{0,20}(invalid|incorrect|wrong|missing|unknown|expired|required)|(invalid|incorrect|wrong|missing|unknown|expired|no).{0,20}(token|api.?key|login|password)/i;

function hasLoginCode({ body }: Answer): boolean {
	if (!isRecord(body)) return false;
	const places = [body, body.error, ...listOf(body.messages)].filter(isRecord);
	return places.some(({ errorCode, code }) =>
		[errorCode, code].some((value) => LOGIN_CODES.includes(plainText(value))),
	);
}

function refusedLogin(answer: Answer): Wrong | undefined {
	if (answer.status === 403)
		return {
			message: 'The login is right, but it may not use the Voice API',
			description: 'Ask CM.com to allow it.',
		};
	const speaks = answer.status < 500 && LOGIN_WORDS.test(messageIn(answer));
	return answer.status === 401 || hasLoginCode(answer) || speaks
		? {
				message: 'CM.com did not accept the login',
				description: 'Correct the token, or the username and password.',
			}
		: undefined;
}

/**
 * The test of the CM.com Voice API credential: sends an instruction without a recipient and a code. CM.com checks the
 * login first, then refuses the instruction and calls nobody.
 */
export const testCmVoiceApi = credentialTest({
	provider: cmVoice,
	api: 'Voice API',
	request: { method: 'POST', path: '/OTP', body: {} },
	headersOf: loginHeader,
	refusedLogin,
	isRight: ({ status, bodyKind }) => [400, 422].includes(status) && !bodyKind.includes('HTML'),
});

import type { Answer } from '../shared/provider';
import { credentialTest } from '../shared/request/credentialTest';
import type { Wrong } from '../shared/request/credentialTest';
import { isBlank, isRecord } from '../shared/values';
import { templateVoice } from './provider';

/** What your provider answers to a wrong login. */
function refusedLogin({ status }: Answer): Wrong | undefined {
	if (status === 401)
		return { message: 'Template Voice did not accept the login', description: 'Correct Token.' };
	if (status === 403)
		return {
			message: 'The login is right, but it may not use this API',
			description: 'Ask Template Voice to allow it.',
		};
	return undefined;
}

/** The test of the Template Voice API credential: a request of yours that costs nothing and reaches nobody. */
export const testTemplateVoiceApi = credentialTest({
	provider: templateVoice,
	api: 'Template Voice API',
	request: { method: 'GET', path: '/account' },
	headersOf: ({ token }) => ({ 'X-Api-Key': token }),
	refusedLogin,
	// What only your provider answers, and only after a right login.
	isRight: ({ status, body }) => status < 300 && isRecord(body) && !isBlank(body.name),
});

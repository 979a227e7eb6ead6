import { messageIn } from '../shared/answer/words';
import type { Provider } from '../shared/provider';
import { readStatus } from './statusCodes';

/** ANTS SMS OTP; see docs/providers/ants.md. */
export const ants: Provider = {
	name: 'ANTS',
	credentialType: 'antsApi',
	credentialName: 'ANTS API',
	// Refusals come with HTTP 200 as well as 4xx: the body decides.
	readRefusal: (answer) => {
		const told = readStatus(answer);
		const isRefusal = told && (told.isError || (told.status && told.status.code !== '0000'));
		if (!isRefusal) return answer.status >= 400 ? { words: messageIn(answer) } : undefined;
		const { status, message, description } = told;
		const words = [message, description].filter((part) => part !== '').join(' – ');
		return status
			? { words: `${words || status.english} [${status.code}]`, advice: status.advice }
			: { words };
	},
	secretOf: ({ username, password }) => JSON.stringify([username, password]),
};

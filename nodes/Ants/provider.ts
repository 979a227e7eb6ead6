import { messageIn } from '../shared/answer/words';
import type { Provider } from '../shared/provider';
import { readStatus } from './statusCodes';

/** ANTS SMS OTP (docs/providers/ants.md). */
export const ants: Provider = {
	name: 'ANTS',
	credentialType: 'antsApi',
	credentialName: 'ANTS API',
	// ANTS refuses with HTTP 200 as well as 4xx, so the body decides.
	readRefusal: (answer) => {
		const reported = readStatus(answer);
		const isRefusal =
			reported && (reported.isError || (reported.status && reported.status.code !== '0000'));
		if (!isRefusal) return answer.status >= 400 ? { words: messageIn(answer) } : undefined;
		const { status, message, description } = reported;
		const words = [message, description].filter((part) => part !== '').join(' – ');
		return status
			? { words: `${words || status.english} [${status.code}]`, advice: status.advice }
			: { words };
	},
	secretOf: ({ username, password }) => JSON.stringify([username, password]),
};

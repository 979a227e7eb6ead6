import { carriesRefusal } from '../shared/answer/signs';
import type { Provider } from '../shared/provider';
import { readStatus } from './statusCodes';

/** ANTS SMS OTP (docs/providers/ants.md). */
export const ants: Provider = {
	name: 'ANTS',
	baseUrl: 'https://api-service.ants.co.th',
	credentialType: 'antsApi',
	credentialName: 'ANTS API',
	// ANTS refuses with HTTP 200 as well as 4xx, so the body decides.
	readRefusal: (answer) => {
		const reported = readStatus(answer);
		if (!reported || reported.status?.code === '0000') return undefined;
		if (!reported.status && !(reported.isError && carriesRefusal(answer.body))) return undefined;
		const { status, message, description } = reported;
		const words = [message, description].filter((part) => part !== '').join(' – ');
		return status
			? { words: `${words || status.english} [${status.code}]`, advice: status.advice }
			: { words };
	},
	secretOf: ({ username, password }) => JSON.stringify([username, password]),
};

import type { Provider } from '../shared/provider';
import { tokenLogin } from './login/token';

/** AntBuddy Voice OTP (docs/providers/antbuddy.md). */
export const antBuddy: Provider = {
	name: 'AntBuddy',
	baseUrl: 'https://alice.antbuddy.com/rest-api',
	credentialType: 'antBuddyApi',
	credentialName: 'AntBuddy API',
	login: tokenLogin,
	secretOf: ({ username, password }) => JSON.stringify([username, password]),
};

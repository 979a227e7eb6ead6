import { messageIn } from '../shared/answer/words';
import type { Provider } from '../shared/provider';
import { tokenLogin } from './login/token';

/** AntBuddy Voice OTP (docs/providers/antbuddy.md). */
export const antBuddy: Provider = {
	name: 'AntBuddy',
	credentialType: 'antBuddyApi',
	credentialName: 'AntBuddy API',
	login: tokenLogin,
	// AntBuddy answers {detail}, {non_field_errors: […]}, {field: […]}, {message} or plain text.
	readRefusal: (answer) => (answer.status >= 400 ? { words: messageIn(answer) } : undefined),
	secretOf: ({ username, password }) => JSON.stringify([username, password]),
};

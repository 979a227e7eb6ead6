import { messageIn } from '../shared/answer/words';
import type { Provider } from '../shared/provider';
import { tokenLogin } from './login/token';

/** AntBuddy's Alice Voice OTP; see docs/providers/antbuddy.md. */
export const antBuddy: Provider = {
	name: 'AntBuddy',
	credentialType: 'antBuddyApi',
	credentialName: 'AntBuddy API',
	login: tokenLogin,
	// {detail}, {non_field_errors: […]}, {field: […]}, {message} and plain text have all been seen.
	readRefusal: (answer) => (answer.status >= 400 ? { words: messageIn(answer) } : undefined),
	secretOf: ({ username, password }) => JSON.stringify([username, password]),
};

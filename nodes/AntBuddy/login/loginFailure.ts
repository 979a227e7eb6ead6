import { maskerFor } from '../../shared/answer/mask';
import { refusalOf } from '../../shared/answer/refusal';
import type { Failure } from '../../shared/failure';
import type { Answer } from '../../shared/provider';
import { antBuddy } from '../provider';
import { keysIn } from './loginAnswer';

/** The advice after an unknown outcome of a login, which calls no recipient. */
export const NOBODY_CALLED = 'Nobody was called. Try again later.';

/** Keys in a message, and characters of each. */
const MOST_KEYS = 8;
const LONGEST_KEY = 30;

/** What came instead of a token: of JSON only the keys, because a value may be secret. */
function cameInstead({ body, bodyKind, secrets }: Answer): string {
	const keys = maskerFor([], secrets)(keysIn(body)).map((key) => key.slice(0, LONGEST_KEY));
	const more = keys.length > MOST_KEYS ? ', …' : '';
	return keys.length === 0 ? bodyKind : `JSON with “${keys.slice(0, MOST_KEYS).join(', ')}${more}”`;
}

/** The failure of a login whose answer has no token. */
export function loginFailure(answer: Answer): Failure {
	const refusal = refusalOf(answer, antBuddy);
	const { status } = answer;
	if (refusal === undefined)
		return {
			message: `The login to AntBuddy was answered ${status} without an access token (${cameInstead(answer)})`,
			description: 'Check Base URL in the AntBuddy API credential.',
			outcome: 'notSent',
			status,
		};
	if (status === 404 || status === 405)
		return {
			message: `There is no AntBuddy API at Base URL: ${refusal.message}`,
			description: 'Correct Base URL in the AntBuddy API credential.',
			outcome: 'notSent',
			status,
		};
	const isRefusedLogin = [400, 401, 403].includes(status);
	return {
		message: isRefusedLogin
			? `AntBuddy did not accept the username and password: ${refusal.message}`
			: `The login to AntBuddy did not succeed: ${refusal.message}`,
		description: isRefusedLogin
			? 'Correct Username and Password in the AntBuddy API credential; n8n tests it when you save.'
			: status < 300
				? 'Check Username, Password and Base URL in the AntBuddy API credential; n8n tests it when you save.'
				: refusal.outcome === 'unknown'
					? NOBODY_CALLED
					: refusal.description,
		outcome: 'notSent',
		status,
	};
}

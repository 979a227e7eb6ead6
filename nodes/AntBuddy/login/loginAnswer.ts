import type { IDataObject } from 'n8n-workflow';
import { refusalOf } from '../../shared/answer/refusal';
import type { Failure } from '../../shared/failure';
import type { Answer } from '../../shared/provider';
import { antBuddy } from '../provider';

/** The advice after an unknown outcome of a login, which calls no recipient. */
export const NOBODY_CALLED = 'Nobody was called. Try again later.';

const TOKEN_KEYS = ['access_token', 'token', 'access', 'key'];

const isToken = (value: unknown): value is string =>
	typeof value === 'string' && /^[\x21-\x7e]+$/.test(value);

/**
 * The token in an answer to `POST /get-token/`; undefined if there is none. The shape of the answer is not documented:
 * the token may have one of four names, also one level down in `data`, or be a bare string
 * (docs/providers/antbuddy.md#login).
 */
export function readToken(answer: Answer): string | undefined {
	if (isToken(answer.text)) return answer.text;
	const body = answer.body as IDataObject | undefined;
	for (const place of [body, body?.data as IDataObject | undefined]) {
		if (isToken(place)) return place;
		const key = TOKEN_KEYS.find((name) => isToken(place?.[name]));
		if (key) return place?.[key] as string;
	}
	return undefined;
}

/** The failure of a login whose answer has no token. */
export function loginFailure(answer: Answer): Failure {
	const refusal = refusalOf(answer, antBuddy);
	const { status } = answer;
	if (refusal === undefined)
		return {
			message: `The login to AntBuddy was answered ${status} without an access token (${answer.bodyKind})`,
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
			: refusal.outcome === 'unknown'
				? NOBODY_CALLED
				: refusal.description,
		outcome: 'notSent',
		status,
	};
}

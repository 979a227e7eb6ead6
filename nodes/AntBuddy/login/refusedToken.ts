import { carriesRefusal } from '../../shared/answer/signs';
import { messageIn } from '../../shared/answer/words';
import type { Answer } from '../../shared/provider';
import { isRecord, plainKey, plainText } from '../../shared/values';

/** HTTP statuses, and codes in a body, that mean nothing but a refused login. */
const OF_LOGINS = [401, 419, 498];
/** Those that refuse anything; their words tell. */
const OF_ANYTHING = [400, 403];

/** Keys of a code, as they are compared. */
const CODE = /^(status|(status|error)?code)$/;

const TOKEN = /token|jwt|signature|credential|session|authenticat|log.?in|phiên/i;
const IS_REFUSED =
	/expired|invalid|not.(valid|provided|found|given|authenticated)|missing|required|revoked|decod|unknown|hết hạn|không hợp lệ/i;
const ONLY_EXPIRED = /^\W*expired\W*$/i;

const LOGIN_PAGE = /(log[-_]?[io]n|sign[-_]?in)(?![a-z])|(?<![a-z])(sso|auth|authorize)(?![a-z])/i;

/** Whether an answer's words say that the token was refused, and not a number or a field. */
function speaksOfToken(answer: Answer): boolean {
	const code = isRecord(answer.body) ? plainText(answer.body.code) : '';
	const words = `${messageIn(answer)} ${code}`.normalize();
	return ONLY_EXPIRED.test(words) || (TOKEN.test(words) && IS_REFUSED.test(words));
}

/** Whether a redirect leads to a page to log in at; its query is not looked at, which often names the page to return to. */
function isToLogin({ location = '' }: Answer['headers']): boolean {
	const base = 'https://same.host';
	if (!URL.canParse(location, base)) return false;
	const { host, pathname } = new URL(location, base);
	return LOGIN_PAGE.test(`${host}${pathname}`);
}

/**
 * Whether a body under a status of success refuses the token. A body with an ID may be of a call that was made, whose
 * code is 401 by chance or whose session expired; there code and words both have to say so.
 */
function isRefusedInBody(answer: Answer): boolean {
	const { body } = answer;
	if (!isRecord(body) || !carriesRefusal(body)) return false;
	const entries = [body, body.data, body.result, body.response, body.error]
		.filter(isRecord)
		.flatMap((record) => Object.entries(record))
		.map(([key, value]) => ({ name: plainKey(key), value: Number(plainText(value)) }));
	const byCode = entries.some(({ name, value }) => CODE.test(name) && OF_LOGINS.includes(value));
	const byWords = speaksOfToken(answer);
	const mayBeCall = entries.some(({ name }) => name.endsWith('id'));
	return mayBeCall ? byCode && byWords : byCode || byWords;
}

/**
 * Whether AntBuddy refused the token, and so did not process the request. Which form this takes is not documented
 * (docs/providers/antbuddy.md#login).
 */
export function isTokenRefused(answer: Answer): boolean {
	const { status } = answer;
	if (OF_LOGINS.includes(status)) return true;
	if (OF_ANYTHING.includes(status)) return speaksOfToken(answer);
	if (status >= 300 && status < 400) return isToLogin(answer.headers);
	return status < 300 && isRefusedInBody(answer);
}

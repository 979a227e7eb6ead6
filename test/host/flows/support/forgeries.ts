import type { AxiosRequestConfig } from 'axios';

/** A request that somebody other than the provider could send; `path` is appended to the trigger's address. */
export interface Forgery {
	name: string;
	path?: string;
	request: AxiosRequestConfig;
}

const asJson = { 'content-type': 'application/json' };

/**
 * Requests to a trigger that must not start its workflow.
 *
 * @param token - the right verification token
 * @param report - a body that the provider could send
 */
export function forgeriesOf(token: string, report: object): Forgery[] {
	const right = `?verificationToken=${encodeURIComponent(token)}`;
	const post = (more: AxiosRequestConfig = {}): AxiosRequestConfig => ({
		method: 'POST',
		headers: asJson,
		data: JSON.stringify(report),
		...more,
	});
	const tokens: Array<[string, string]> = [
		['no token', ''],
		['an empty token', '?verificationToken='],
		['a wrong token', '?verificationToken=wrong'],
		['the first half of the token', right.slice(0, -token.length / 2)],
		['the token without its last character', right.slice(0, -1)],
		['the token with one character more', `${right}x`],
		['the token twice over', `${right}${token}`],
		['the token in other capitals', `?verificationToken=${swapCase(token)}`],
		['the token and a null byte', `${right}%00`],
		['the token and a line break', `${right}%0A`],
		['a blank and the token', `?verificationToken=%20${token}`],
		['the token under another name', `?token=${token}`],
		['the token under its name in other capitals', `?VerificationToken=${token}`],
		['the token in a list', `?verificationToken[]=${token}`],
		['the token in an object', `?verificationToken[a]=${token}`],
		['the token beside a wrong one', `${right}&verificationToken=wrong`],
		['the token as a fragment of the path', `/${token}`],
	];
	const elsewhere: Array<[string, AxiosRequestConfig]> = [
		['the token as bearer', post({ headers: { ...asJson, authorization: `Bearer ${token}` } })],
		['the token in a header', post({ headers: { ...asJson, verificationToken: token } })],
		[
			'the token in a cookie',
			post({ headers: { ...asJson, cookie: `verificationToken=${token}` } }),
		],
		[
			'the token in the body',
			post({ data: JSON.stringify({ ...report, verificationToken: token }) }),
		],
		[
			'the token in a form',
			post({
				headers: { 'content-type': 'application/x-www-form-urlencoded' },
				data: new URLSearchParams({ verificationToken: token, report: '1' }).toString(),
			}),
		],
	];
	const bodies: Array<[string, AxiosRequestConfig]> = [
		['a huge body', post({ data: JSON.stringify({ ...report, filler: 'x'.repeat(300_000) }) })],
		['a text', post({ headers: { 'content-type': 'text/plain' }, data: 'delivered' })],
		['broken JSON', post({ data: '{"details":[' })],
		['a number', post({ data: '7' })],
		['null', post({ data: 'null' })],
		['nothing', post({ data: '' })],
		['a report of nothing', post({ data: '{}' })],
	];
	const methods = ['GET', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];
	return [
		...tokens.map(([name, path]) => ({ name, path, request: post() })),
		...elsewhere.map(([name, request]) => ({ name, request })),
		...bodies.map(([name, request]) => ({ name: `${name}, with the token`, path: right, request })),
		...methods.map((method) => ({
			name: `${method} with the token`,
			path: right,
			request: post({ method }),
		})),
	];
}

const swapCase = (text: string) =>
	[...text]
		.map((letter) =>
			letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
		)
		.join('');

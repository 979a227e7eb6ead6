import { UserError } from 'n8n-workflow';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * The URL of a request: the credential's base URL and the path, with exactly one slash between them.
 *
 * @param usual the provider's own base URL, for the advice
 * @throws UserError naming Base URL if it is not a URL, contains a login, a query or a fragment, or is not
 * https (http is accepted for loopback hosts, which never leave the machine)
 */
export function apiUrl(baseUrl: unknown, usual: string, path = ''): string {
	const text = typeof baseUrl === 'string' ? baseUrl.trim() : '';
	if (!URL.canParse(text))
		throw new UserError(
			`Base URL in the credential ${text === '' ? 'is empty' : 'is not a web address'}`,
			{ description: `Enter a full address, such as ${usual}.` },
		);
	const url = new URL(text);
	if (url.username !== '' || url.password !== '')
		throw new UserError('Base URL in the credential contains a login', {
			description: 'Remove it from the address and use the fields of the credential instead.',
		});
	if (url.search !== '' || url.hash !== '')
		throw new UserError('Base URL in the credential contains "?" or "#"', {
			description: 'Enter only the part of the address before it.',
		});
	if (url.protocol !== 'https:' && !(url.protocol === 'http:' && LOOPBACK.test(url.hostname)))
		throw new UserError('Base URL in the credential does not start with https://', {
			description:
				'Logins and codes are sent over encrypted connections only. Enter an address that starts with https://.',
		});
	return `${url.origin}${url.pathname.replace(/\/+$/, '')}${path}`;
}

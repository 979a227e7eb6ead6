/** The `Authorization` header of Basic auth, in UTF-8 (RFC 7617). */
export function basicAuthorization(username: unknown, password: unknown): string {
	const login = `${String(username ?? '')}:${String(password ?? '')}`;
	return `Basic ${Buffer.from(login, 'utf8').toString('base64')}`;
}

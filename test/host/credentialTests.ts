import { sandboxCredentials } from './demo/credentials';
import type { Host } from './host';

/** A credential type, and what Test says when its secret is wrong. */
const LOGINS = [
	{ type: 'antBuddyApi', secret: /AntBuddy did not accept the username and password/ },
	{ type: 'antsApi', secret: /ANTS did not accept Username and Password/ },
	{ type: 'cmVoiceApi', secret: /CM\.com did not accept the login/ },
];

/**
 * Tests what the Test button says of each credential.
 *
 * @param subject - the n8n under test; asked when a test runs
 */
export function judgesCredentials(subject: () => Host): void {
	const fieldsOf = (type: string) =>
		sandboxCredentials(subject().sandbox).find((credential) => credential.type === type)!;
	const stored = async (type: string) => {
		const { name, data } = fieldsOf(type);
		return await subject().client.credentials.put({ name, type, data });
	};

	it.each(LOGINS)('accepts a right $type and costs nothing', async ({ type }) => {
		const before = subject().sandbox.state.counters.accepted.total;
		const test = await subject().client.credentials.test(await stored(type));
		expect(test).toEqual({ status: 'OK', message: 'Connection successful!' });
		expect(subject().sandbox.state.counters.accepted.total).toBe(before);
	});

	it.each(LOGINS)('says that the secret of $type is wrong', async ({ type, secret }) => {
		const { mistyped } = fieldsOf(type);
		const test = await subject().client.credentials.test(await stored(type), mistyped);
		expect(test).toEqual({ status: 'Error', message: expect.stringMatching(secret) });
	});

	it.each(LOGINS)('says that the Base URL of $type is wrong', async ({ type }) => {
		const baseUrl = `${subject().sandbox.url}/elsewhere`;
		const data = { ...fieldsOf(type).data, baseUrl };
		const test = await subject().client.credentials.test(await stored(type), data);
		expect(test).toEqual({ status: 'Error', message: expect.stringContaining('Base URL') });
	});
}

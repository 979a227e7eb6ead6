import { providers } from '../providers';
import { sandboxCredentials } from './demo/credentials';
import type { Host } from './host';
import type { CredentialTest } from './n8nClient';

/** What Test says when the secret, or Base URL, is wrong. */
interface Words {
	secret: RegExp;
	baseUrl: RegExp;
}

const ACCEPTED = { status: 'OK', message: 'Connection successful!' };
const TYPES = providers.map(({ name, credential: { type, isTestRefused } }) => ({
	name,
	type,
	isTestRefused,
}));

/**
 * Tests what the Test button says of each credential.
 *
 * @param subject - the n8n under test; asked when a test runs
 * @param ownWords - what an n8n says itself that may lose our words on their way, and takes 400 for a yes
 */
export function judgesCredentials(subject: () => Host, ownWords?: Words): void {
	const fieldsOf = (type: string) =>
		sandboxCredentials(subject().sandbox).find((credential) => credential.type === type)!;
	const stored = async (type: string) => {
		const { name, data } = fieldsOf(type);
		return await subject().client.credentials.put({ name, type, data });
	};
	const expectJudged = (
		test: CredentialTest,
		ours: RegExp,
		own?: RegExp,
		isTestRefused = false,
	) => {
		if (own && isTestRefused) return expect(test).toEqual(ACCEPTED);
		expect(test.status).toBe('Error');
		if (!own?.test(test.message)) expect(test.message).toMatch(ours);
	};

	it.each(TYPES)('accepts a right $type at no cost', async ({ type }) => {
		const before = subject().sandbox.state.counters.accepted.total;
		const test = await subject().client.credentials.test(await stored(type));
		expect(test).toEqual(ACCEPTED);
		expect(subject().sandbox.state.counters.accepted.total).toBe(before);
	});

	it.each(TYPES)('judges a wrong secret of $type', async ({ name, type, isTestRefused }) => {
		const { mistyped } = fieldsOf(type);
		const test = await subject().client.credentials.test(await stored(type), mistyped);
		const ours = new RegExp(`${name} did not accept`);
		expectJudged(test, ours, ownWords?.secret, isTestRefused);
	});

	it.each(TYPES)('judges a wrong Base URL of $type', async ({ type, isTestRefused }) => {
		const baseUrl = `${subject().sandbox.url}/elsewhere`;
		const data = { ...fieldsOf(type).data, baseUrl };
		const test = await subject().client.credentials.test(await stored(type), data);
		expectJudged(test, /Base URL/, ownWords?.baseUrl, isTestRefused);
	});
}

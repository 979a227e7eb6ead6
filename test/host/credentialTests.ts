import { sandboxCredentials } from './demo/credentials';
import type { Host } from './host';

/** What Test says when the secret, or Base URL, is wrong. */
interface Words {
	secret: RegExp;
	baseUrl: RegExp;
}

type Type = 'antBuddyApi' | 'antsApi' | 'cmVoiceApi';

const WORDS: Record<Type, Words> = {
	antBuddyApi: {
		secret: /AntBuddy did not accept the username and password/,
		baseUrl: /Base URL/,
	},
	antsApi: { secret: /ANTS did not accept Username and Password/, baseUrl: /Base URL/ },
	cmVoiceApi: { secret: /CM\.com did not accept the login/, baseUrl: /Base URL/ },
};
const TYPES = (Object.keys(WORDS) as Type[]).map((type) => ({ type }));

/**
 * Tests what the Test button says of each credential.
 *
 * @param subject - the n8n under test; asked when a test runs
 * @param others - the words of an n8n that has its own in place of ours
 */
export function judgesCredentials(
	subject: () => Host,
	others: Partial<Record<Type, Words>> = {},
): void {
	const words = { ...WORDS, ...others };
	const fieldsOf = (type: string) =>
		sandboxCredentials(subject().sandbox).find((credential) => credential.type === type)!;
	const stored = async (type: string) => {
		const { name, data } = fieldsOf(type);
		return await subject().client.credentials.put({ name, type, data });
	};

	it.each(TYPES)('accepts a right $type at no cost', async ({ type }) => {
		const before = subject().sandbox.state.counters.accepted.total;
		const test = await subject().client.credentials.test(await stored(type));
		expect(test).toEqual({ status: 'OK', message: 'Connection successful!' });
		expect(subject().sandbox.state.counters.accepted.total).toBe(before);
	});

	it.each(TYPES)('reports a wrong secret of $type', async ({ type }) => {
		const { mistyped } = fieldsOf(type);
		const test = await subject().client.credentials.test(await stored(type), mistyped);
		expect(test).toEqual({ status: 'Error', message: expect.stringMatching(words[type].secret) });
	});

	it.each(TYPES)('reports a wrong Base URL of $type', async ({ type }) => {
		const baseUrl = `${subject().sandbox.url}/elsewhere`;
		const data = { ...fieldsOf(type).data, baseUrl };
		const test = await subject().client.credentials.test(await stored(type), data);
		expect(test).toEqual({ status: 'Error', message: expect.stringMatching(words[type].baseUrl) });
	});
}

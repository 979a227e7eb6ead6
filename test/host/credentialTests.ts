import { sandboxCredentials } from './demo/credentials';
import type { Host } from './host';

/** What Test says when the secret, or Base URL, is wrong. */
interface Words {
	secret: RegExp;
	baseUrl: RegExp;
}

/** What an n8n says that accepts whatever it is answered. */
export const ACCEPTS_ALL = 'accepts all';

type Type = 'antBuddyApi' | 'antsApi' | 'cmVoiceApi';

const WORDS: Record<Type, Words> = {
	antBuddyApi: {
		secret: /AntBuddy did not accept the username and password/,
		baseUrl: /Base URL/,
	},
	antsApi: { secret: /ANTS did not accept Username and Password/, baseUrl: /Base URL/ },
	cmVoiceApi: { secret: /CM\.com did not accept the login/, baseUrl: /Base URL/ },
};
const ACCEPTED = { status: 'OK', message: 'Connection successful!' };
const TYPES = (Object.keys(WORDS) as Type[]).map((type) => ({ type }));

/**
 * Tests what the Test button says of each credential.
 *
 * @param subject - the n8n under test; asked when a test runs
 * @param others - the words of an n8n that has its own in place of ours, or cannot tell right from wrong
 */
export function judgesCredentials(
	subject: () => Host,
	others: Partial<Record<Type, Words | typeof ACCEPTS_ALL>> = {},
): void {
	const verdictOn = (type: Type, mistake: keyof Words) => {
		const words = others[type] ?? WORDS[type];
		return words === ACCEPTS_ALL
			? ACCEPTED
			: { status: 'Error', message: expect.stringMatching(words[mistake]) as unknown };
	};
	const fieldsOf = (type: string) =>
		sandboxCredentials(subject().sandbox).find((credential) => credential.type === type)!;
	const stored = async (type: string) => {
		const { name, data } = fieldsOf(type);
		return await subject().client.credentials.put({ name, type, data });
	};

	it.each(TYPES)('accepts a right $type at no cost', async ({ type }) => {
		const before = subject().sandbox.state.counters.accepted.total;
		const test = await subject().client.credentials.test(await stored(type));
		expect(test).toEqual(ACCEPTED);
		expect(subject().sandbox.state.counters.accepted.total).toBe(before);
	});

	it.each(TYPES)('judges a wrong secret of $type', async ({ type }) => {
		const { mistyped } = fieldsOf(type);
		const test = await subject().client.credentials.test(await stored(type), mistyped);
		expect(test).toEqual(verdictOn(type, 'secret'));
	});

	it.each(TYPES)('judges a wrong Base URL of $type', async ({ type }) => {
		const baseUrl = `${subject().sandbox.url}/elsewhere`;
		const data = { ...fieldsOf(type).data, baseUrl };
		const test = await subject().client.credentials.test(await stored(type), data);
		expect(test).toEqual(verdictOn(type, 'baseUrl'));
	});
}

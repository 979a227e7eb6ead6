import { casesOf, providers } from '../../providers';
import { runNode } from '../../support/engine';
import { startTinyServer } from '../../support/tinyServer';
import type { SeenRequest, TinyAnswer } from '../../support/tinyServer';

const username = 'sandbox';

/** Secrets that look different wherever they are written down. */
const SECRETS = [
	'correct horse battery staple',
	'quo"te\\and/slash',
	'Mật khẩu rất dài ✓',
	'a+b=c&d%20e',
];

const LOGINS = providers.flatMap((provider) =>
	provider.credential.logins.map(({ chosenBy, fields, secret: field }) => ({
		...casesOf(provider)[0],
		login: JSON.stringify(chosenBy ?? provider.credential.type),
		field,
		credential: (secret: string) => ({ ...chosenBy, ...fields, [field]: secret }),
	})),
);

/** The forms in which an answer may show a secret. */
const formsOf = (secret: string) => [
	secret,
	JSON.stringify(secret).slice(1, -1),
	JSON.stringify(JSON.stringify(secret).slice(1, -1)).slice(1, -1),
	encodeURIComponent(secret),
	Buffer.from(`${username}:${secret}`).toString('base64'),
];

/** Answers that show the login to whoever sent it. */
const TELLING: Array<[string, (secret: string, seen: SeenRequest) => TinyAnswer]> = [
	['a refusal that names it', (secret) => ({ status: 403, json: { message: `No: ${secret}` } })],
	[
		'a refusal with the body it was sent',
		(_secret, { body }) => ({ status: 403, json: { message: body } }),
	],
	[
		'a refusal with a link that holds it',
		(secret) => ({
			status: 422,
			json: { detail: `See /help?login=${encodeURIComponent(secret)}` },
		}),
	],
	[
		'a refusal with its headers',
		(_secret, { headers }) => ({
			status: 400,
			json: { errors: Object.values(headers).map(String) },
		}),
	],
	[
		'a yes with all of that',
		(secret, { body, headers }) => ({
			json: { token: 'given', secret, body, headers, [secret]: 1 },
		}),
	],
];

describe.each(LOGINS)('the secret of $name, $login', ({ type, parameters, field, credential }) => {
	describe.each(TELLING)('and %s', (_what, answer) => {
		it.each(SECRETS)('is not stored: %s', async (secret) => {
			// Node puts the bytes of UTF-8 into no header; a token beyond them cannot be sent at all.
			const sendable = /^[ -~]+$/.test(secret) || field === 'password';
			const server = await startTinyServer((seen) => answer(secret, seen));
			const { stored, output, error } = await runNode({
				type,
				parameters,
				credential: { ...credential(secret), baseUrl: server.url },
			});
			await server.close();
			expect(server.requests.length).toBeGreaterThanOrEqual(sendable ? 1 : 0);
			expect(error ?? output).not.toEqual([]);
			for (const form of formsOf(secret)) expect(stored).not.toContain(form);
		});
	});
});

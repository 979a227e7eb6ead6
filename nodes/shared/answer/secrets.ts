import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { basicAuthorization } from '../credential/authenticated';
import type { Answer } from '../provider';

const SECRET_FIELDS = ['password', 'token', 'productToken', 'accessToken'];

/** Characters. Masking a shorter secret would also mask ordinary words and numbers. */
const SHORTEST = 6;

/** The forms in which an answer may repeat a secret: as it is, escaped in JSON, encoded in a URL. */
const formsOf = (secret: string): string[] => [
	secret,
	JSON.stringify(secret).slice(1, -1),
	encodeURIComponent(Buffer.from(secret).toString()),
];

const secretsOf = (credential: ICredentialDataDecryptedObject): string[] =>
	SECRET_FIELDS.map((field) => String(credential[field] ?? ''));

function basicOf({ username, password }: ICredentialDataDecryptedObject): string {
	const [, basic] = basicAuthorization(username, password).split(' ');
	return basic;
}

/**
 * The unchanged answer, with the secrets that a gateway or a provider may have repeated in it.
 *
 * @param credentials the credential of the request, and the same credential before its login was renewed
 */
export function withSecrets(
	answer: Answer,
	...credentials: ICredentialDataDecryptedObject[]
): Answer {
	// The credentials differ only in their tokens, so the forms of a shared secret are built once.
	const secrets = [...new Set(credentials.flatMap(secretsOf))].flatMap(formsOf);
	const hidden = new Set([...secrets, ...credentials.map(basicOf)]);
	return { ...answer, secrets: [...hidden].filter((secret) => secret.length >= SHORTEST) };
}

import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { basicAuthorization } from '../credential/authenticated';
import type { Answer } from '../provider';
import { maskerFor } from './mask';

const SECRET_FIELDS = ['password', 'token', 'productToken', 'accessToken'];

/** Shorter ones are ordinary words and numbers too, and an answer would lose those. */
const SHORTEST = 6;

/** A secret in the forms in which an answer may give it back: as it is, within JSON, within an address. */
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
 * The answer without what the credentials keep secret: gateways and providers that refuse a request may show it, with
 * its login, and the answer's words end up in n8n's stored executions.
 *
 * @param credentials the one of the request, and what it was before its login was renewed
 */
export function withoutSecrets(
	answer: Answer,
	...credentials: ICredentialDataDecryptedObject[]
): Answer {
	// The credentials differ in their tokens at most: what they have in common is put into its forms once.
	const secrets = [...new Set(credentials.flatMap(secretsOf))].flatMap(formsOf);
	const hidden = [...secrets, ...credentials.map(basicOf)];
	const mask = maskerFor(hidden.filter((secret) => secret.length >= SHORTEST));
	// The host of a redirect is named in a message.
	return {
		...answer,
		headers: mask(answer.headers),
		body: mask(answer.body),
		text: mask(answer.text),
	};
}

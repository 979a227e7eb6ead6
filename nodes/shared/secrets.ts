import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { Answer } from './answer';
import { basicAuthorization } from './basicAuthorization';
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

function secretsOf(credential: ICredentialDataDecryptedObject): string[] {
	const { username, password } = credential;
	const [, basic] = basicAuthorization(username, password).split(' ');
	const secrets = SECRET_FIELDS.map((field) => String(credential[field] ?? '')).flatMap(formsOf);
	return [...secrets, basic].filter((secret) => secret.length >= SHORTEST);
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
	const mask = maskerFor(credentials.flatMap(secretsOf));
	// The host of a redirect is named in a message.
	return {
		...answer,
		headers: mask(answer.headers),
		body: mask(answer.body),
		text: mask(answer.text),
	};
}

import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { messageIn } from '../shared/answer/words';
import type { Provider } from '../shared/provider';

/** The credential's fields that are secret for each choice of Authentication. */
const secretParts: Record<string, string[]> = {
	productToken: ['productToken'],
	bearer: ['token'],
	basic: ['username', 'password'],
};

const secretOf = (credential: ICredentialDataDecryptedObject): string => {
	const parts = secretParts[String(credential.authentication)] ?? secretParts.productToken;
	return JSON.stringify(parts.map((part) => credential[part]));
};

/** CM.com Voice API, OTP app; see docs/providers/cm.md. */
export const cmVoice: Provider = {
	name: 'CM.com',
	credentialType: 'cmVoiceApi',
	credentialName: 'CM.com Voice API',
	// {message}, {messages: [{messageDetails}]}, {details} and plain text have all been seen.
	readRefusal: (answer) => (answer.status >= 400 ? { words: messageIn(answer) } : undefined),
	secretOf,
};

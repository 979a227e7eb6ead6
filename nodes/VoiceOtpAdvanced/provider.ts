import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
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

/** The OTP app of CM.com's Voice API (docs/providers/cm.md). */
export const cmVoice: Provider = {
	name: 'CM.com',
	baseUrl: 'https://api.cm.com/voiceapi/v2',
	credentialType: 'cmVoiceApi',
	credentialName: 'CM.com Voice API',
	secretOf,
};

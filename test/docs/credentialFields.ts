import type { ICredentialType } from 'n8n-workflow';
import { n8n } from '../../package.json';
import { credentials as ofThePackage, inOrderOf } from '../support/package';
import { sent } from './wireField';
import type { Fields } from './wireField';

const LOGIN = 'antbuddy-voice-otp.en.md, “Get AccessToken”';
const ANTS = { document: 'ants-sms-otp.md, “Request OTP”', form: 'with Basic auth' };
const GATEWAY = 'this package: for a gateway';

/** Every credential of the package, in the order of package.json. */
export const credentials: ICredentialType[] = inOrderOf(n8n.credentials, ofThePackage).map(
	({ credential }) => credential,
);

const common: Fields = { baseUrl: { form: 'https://…' }, allowedCountries: {} };

/** What becomes of the fields of a credential, by its type; those that n8n fills in itself are left out. */
export const credentialFields: Record<string, Fields> = {
	antBuddyApi: {
		username: sent('username', { document: LOGIN }),
		password: sent('password', { document: LOGIN }),
		...common,
	},
	antsApi: {
		username: sent('Authorization', ANTS),
		password: sent('Authorization', ANTS),
		...common,
	},
	cmVoiceApi: {
		authentication: {},
		productToken: sent('X-CM-PRODUCTTOKEN', { document: 'CM.com’s .NET SDK' }),
		token: sent('Authorization', { document: GATEWAY, form: 'as Bearer token' }),
		username: sent('Authorization', { document: GATEWAY, form: 'with Basic auth' }),
		password: sent('Authorization', { document: GATEWAY, form: 'with Basic auth' }),
		...common,
	},
};

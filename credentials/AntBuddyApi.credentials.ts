import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { currentToken, renewToken } from '../nodes/AntBuddy/login/accessToken';
import { antBuddy } from '../nodes/AntBuddy/provider';
import { withLogin } from '../nodes/shared/credential/authenticated';
import { apiUrl } from '../nodes/shared/credential/baseUrl';
import { baseUrlField } from '../nodes/shared/credential/fields';
import { asTyped } from '../nodes/shared/fields/field';
import { propertiesOf } from '../nodes/shared/fields/groups';
import { allowedCountries } from '../nodes/shared/numbers/allowedCountries';

export const fields = [
	asTyped({
		displayName: 'Username',
		name: 'username',
		wire: 'username',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. the email address of the account',
		description: 'Username or email address registered with AntBuddy',
	}),
	asTyped({
		displayName: 'Password',
		name: 'password',
		wire: 'password',
		type: 'string',
		typeOptions: { password: true },
		required: true,
		default: '',
	}),
	baseUrlField(antBuddy.baseUrl, 'AntBuddy gave you another one'),
	allowedCountries,
];

/** The credential for AntBuddy: a login, which returns an access token (docs/providers/antbuddy.md#login). */
export class AntBuddyApi implements ICredentialType {
	name = 'antBuddyApi';

	displayName = 'AntBuddy API';

	icon = { light: 'file:../icons/antBuddy.svg', dark: 'file:../icons/antBuddy.dark.svg' } as const;

	documentationUrl = 'https://www.npmjs.com/package/n8n-nodes-voice-sms-otp#antbuddy-api';

	properties: INodeProperties[] = [
		...propertiesOf(fields),
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
		{ displayName: 'Account Fingerprint', name: 'accountFingerprint', type: 'hidden', default: '' },
	];

	async preAuthentication(this: IHttpRequestHelper, credentials: ICredentialDataDecryptedObject) {
		return await renewToken(this, credentials);
	}

	// A function, because n8n takes 0.7 ms for an expression with every request (docs/n8n-facts.md#what-a-request-costs).
	authenticate = async (
		credentials: ICredentialDataDecryptedObject,
		options: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => {
		apiUrl(credentials.baseUrl, antBuddy.baseUrl);
		const token = currentToken(credentials);
		const login = token === '' ? {} : { Authorization: `Bearer ${token}` };
		return withLogin(credentials, options, login);
	};
}

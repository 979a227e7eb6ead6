import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { ants } from '../nodes/Ants/provider';
import { basicAuthorization, withLogin } from '../nodes/shared/credential/authenticated';
import { apiUrl } from '../nodes/shared/credential/baseUrl';
import { baseUrlField, testUrl } from '../nodes/shared/credential/fields';
import { asTyped } from '../nodes/shared/fields/field';
import { propertiesOf } from '../nodes/shared/fields/groups';
import { allowedCountries } from '../nodes/shared/numbers/allowedCountries';

const REFUSED = 'ANTS did not accept Username and Password. Correct them.';

export const fields = [
	asTyped({
		displayName: 'Username',
		name: 'username',
		wire: 'Authorization',
		form: 'with Basic auth',
		type: 'string',
		required: true,
		default: '',
		description: 'Username of the ANTS account',
	}),
	asTyped({
		displayName: 'Password',
		name: 'password',
		wire: 'Authorization',
		form: 'with Basic auth',
		type: 'string',
		typeOptions: { password: true },
		required: true,
		default: '',
	}),
	baseUrlField(ants.baseUrl, 'ANTS gave you another one'),
	allowedCountries,
];

/** The credential for ANTS: a user name and a password for Basic auth (docs/providers/ants.md#requests). */
export class AntsApi implements ICredentialType {
	name = 'antsApi';

	displayName = 'ANTS API';

	icon = { light: 'file:../icons/ants.svg', dark: 'file:../icons/ants.dark.svg' } as const;

	documentationUrl = 'https://www.npmjs.com/package/n8n-nodes-voice-sms-otp#ants-api';

	properties: INodeProperties[] = propertiesOf(fields);

	authenticate = async (
		credentials: ICredentialDataDecryptedObject,
		options: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => {
		apiUrl(credentials.baseUrl, ants.baseUrl);
		const { username, password } = credentials;
		const Authorization = basicAuthorization(username, password);
		return withLogin(credentials, options, { Authorization });
	};

	// The test requests the balance, which costs nothing. ANTS may refuse with HTTP 200, in English or Thai.
	test: ICredentialTestRequest = {
		request: {
			method: 'POST',
			url: testUrl('/account/balance'),
			headers: { 'Content-Type': 'application/json' },
			body: '{}',
			json: true,
			disableFollowRedirect: true,
		},
		// n8n evaluates rules of both kinds together, but its type allows only one kind.
		rules: [
			{ type: 'responseCode', properties: { value: 401, message: REFUSED } },
			{ type: 'responseCode', properties: { value: 403, message: REFUSED } },
			{
				type: 'responseCode',
				properties: { value: 404, message: 'There is no ANTS API at Base URL. Correct Base URL.' },
			},
			{
				type: 'responseSuccessBody',
				properties: { key: 'error.message', value: 'Authentication failed', message: REFUSED },
			},
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'error.message',
					value: 'username or password ผิดพลาด',
					message: REFUSED,
				},
			},
		] as ICredentialTestRequest['rules'],
	};
}

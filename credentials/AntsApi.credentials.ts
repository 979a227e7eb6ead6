import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { ants } from '../nodes/Ants/provider';
import { basicAuthorization, withLogin } from '../nodes/shared/credential/authenticated';
import { apiUrl } from '../nodes/shared/credential/baseUrl';
import { baseUrlField } from '../nodes/shared/credential/fields';
import { asTyped } from '../nodes/shared/fields/field';
import { propertiesOf } from '../nodes/shared/fields/groups';
import { allowedCountries } from '../nodes/shared/numbers/allowedCountries';

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
}

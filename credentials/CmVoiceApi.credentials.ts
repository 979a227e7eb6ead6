import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { loginHeader } from '../nodes/VoiceOtpAdvanced/loginHeader';
import { cmVoice } from '../nodes/VoiceOtpAdvanced/provider';
import { withLogin } from '../nodes/shared/credential/authenticated';
import { apiUrl } from '../nodes/shared/credential/baseUrl';
import { baseUrlField } from '../nodes/shared/credential/fields';
import { asTyped } from '../nodes/shared/fields/field';
import { propertiesOf } from '../nodes/shared/fields/groups';
import { allowedCountries } from '../nodes/shared/numbers/allowedCountries';

export const fields = [
	asTyped({
		displayName: 'Authentication',
		name: 'authentication',
		type: 'options',
		default: 'productToken',
		description: 'How to log in; the others are for a gateway in front of the API',
		options: [
			{ name: 'Product Token', value: 'productToken' },
			{ name: 'Bearer Token', value: 'bearer' },
			{ name: 'Basic Auth', value: 'basic' },
		],
	}),
	asTyped({
		displayName: 'Product Token',
		name: 'productToken',
		wire: 'X-CM-PRODUCTTOKEN',
		type: 'string',
		typeOptions: { password: true },
		required: true,
		default: '',
		description: 'The product token of your CM.com account, for the Voice API',
		displayOptions: { show: { authentication: ['productToken'] } },
	}),
	asTyped({
		displayName: 'Token',
		name: 'token',
		wire: 'Authorization',
		form: 'as Bearer token, for a gateway',
		type: 'string',
		typeOptions: { password: true },
		required: true,
		default: '',
		displayOptions: { show: { authentication: ['bearer'] } },
	}),
	asTyped({
		displayName: 'Username',
		name: 'username',
		wire: 'Authorization',
		form: 'with Basic auth, for a gateway',
		type: 'string',
		required: true,
		default: '',
		displayOptions: { show: { authentication: ['basic'] } },
	}),
	asTyped({
		displayName: 'Password',
		name: 'password',
		wire: 'Authorization',
		form: 'with Basic auth, for a gateway',
		type: 'string',
		typeOptions: { password: true },
		required: true,
		default: '',
		displayOptions: { show: { authentication: ['basic'] } },
	}),
	baseUrlField(cmVoice.baseUrl, 'CM.com or your gateway has another one'),
	allowedCountries,
];

/** The credential for CM.com: a product token (docs/providers/cm.md), or the login of a gateway in front of the API. */
export class CmVoiceApi implements ICredentialType {
	name = 'cmVoiceApi';

	displayName = 'CM.com Voice API';

	icon = { light: 'file:../icons/cmVoice.svg', dark: 'file:../icons/cmVoice.dark.svg' } as const;

	documentationUrl = 'https://www.npmjs.com/package/n8n-nodes-voice-sms-otp#cmcom-voice-api';

	properties: INodeProperties[] = propertiesOf(fields);

	authenticate = async (
		credentials: ICredentialDataDecryptedObject,
		options: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => {
		apiUrl(credentials.baseUrl, cmVoice.baseUrl);
		return withLogin(credentials, options, loginHeader(credentials));
	};
}

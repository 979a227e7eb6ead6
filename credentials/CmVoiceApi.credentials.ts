import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IDataObject,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { cmVoice } from '../nodes/VoiceOtpAdvanced/provider';
import { basicAuthorization, withLogin } from '../nodes/shared/credential/authenticated';
import { apiUrl } from '../nodes/shared/credential/baseUrl';
import { baseUrlField, testUrl } from '../nodes/shared/credential/fields';
import { asTyped } from '../nodes/shared/fields/field';
import { propertiesOf } from '../nodes/shared/fields/groups';
import { allowedCountries } from '../nodes/shared/numbers/allowedCountries';

export const fields = [
	asTyped({
		displayName: 'Authentication',
		name: 'authentication',
		type: 'options',
		default: 'productToken',
		description:
			'How to log in, which n8n 1 and 2.0 cannot check when the credential is saved; the others are for a gateway in front of the API',
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

/** The header for the chosen Authentication. */
function loginHeader(credential: ICredentialDataDecryptedObject): IDataObject {
	const { authentication, productToken, token, username, password } = credential;
	if (authentication === 'bearer') return { Authorization: `Bearer ${String(token)}` };
	if (authentication === 'basic') return { Authorization: basicAuthorization(username, password) };
	return { 'X-CM-PRODUCTTOKEN': String(productToken) };
}

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

	// The test sends an instruction without a recipient and a code. CM.com checks the login first, then answers 400 and
	// calls nobody. n8n 1 and 2.0 ignore `except` and accept every answer.
	test: ICredentialTestRequest = {
		request: {
			method: 'POST',
			url: testUrl('/OTP'),
			headers: { 'Content-Type': 'application/json' },
			body: '{}',
			disableFollowRedirect: true,
			ignoreHttpStatusErrors: {
				ignore: true,
				except: [301, 302, 307, 308, 401, 403, 404, 405, 429, 500, 502, 503, 504],
			},
		},
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message:
						'CM.com did not accept the login. Correct the token, or the username and password.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 403,
					message: 'The login is right, but it may not use the Voice API. Ask CM.com to allow it.',
				},
			},
			{
				type: 'responseCode',
				properties: { value: 404, message: 'There is no Voice API at Base URL. Correct Base URL.' },
			},
		],
	};
}

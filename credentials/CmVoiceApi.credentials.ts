import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import {
	checkLogin,
	LOGIN_FORBIDDEN,
	LOGIN_REFUSED,
	loginHeader,
	NO_API,
} from '../nodes/VoiceOtpAdvanced/loginCheck';
import { withLogin } from '../nodes/shared/credential/authenticated';
import { apiUrl } from '../nodes/shared/credential/baseUrl';
import { allowedCountries } from '../nodes/shared/numbers/allowedCountries';

/** CM.com: a product token in a header (docs/providers/cm.md), or the login of a gateway in front of the API. */
export class CmVoiceApi implements ICredentialType {
	name = 'cmVoiceApi';

	displayName = 'CM.com Voice API';

	icon = { light: 'file:../icons/cmVoice.svg', dark: 'file:../icons/cmVoice.dark.svg' } as const;

	documentationUrl = 'https://www.npmjs.com/package/n8n-nodes-voice-sms-otp#cmcom-voice-api';

	properties: INodeProperties[] = [
		{
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
		},
		{
			displayName: 'Product Token',
			name: 'productToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'The product token of your CM.com account, for the Voice API',
			displayOptions: { show: { authentication: ['productToken'] } },
		},
		{
			displayName: 'Token',
			name: 'token',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			displayOptions: { show: { authentication: ['bearer'] } },
		},
		{
			displayName: 'Username',
			name: 'username',
			type: 'string',
			required: true,
			default: '',
			displayOptions: { show: { authentication: ['basic'] } },
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			displayOptions: { show: { authentication: ['basic'] } },
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: 'https://api.cm.com/voiceapi/v2',
			description: 'Address of the API; change it only if CM.com or your gateway has another one',
		},
		allowedCountries,
		// While it is empty n8n calls preAuthentication: in a test, and not before a node's requests, which fill it.
		{
			displayName: 'Login Check',
			name: 'loginCheck',
			type: 'hidden',
			typeOptions: { expirable: true },
			default: '',
		},
	];

	async preAuthentication(this: IHttpRequestHelper, credentials: ICredentialDataDecryptedObject) {
		return await checkLogin(this, credentials);
	}

	authenticate = async (
		credentials: ICredentialDataDecryptedObject,
		options: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => {
		apiUrl(credentials.baseUrl);
		return withLogin(options, loginHeader(credentials));
	};

	// An instruction without recipient and code: CM.com checks the login first, and can call nobody.
	test: ICredentialTestRequest = {
		request: {
			method: 'POST',
			url: '={{ $credentials.baseUrl.trim().replace(/\\/+$/, "") }}/OTP',
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
				properties: { value: 401, message: LOGIN_REFUSED },
			},
			{
				type: 'responseCode',
				properties: { value: 403, message: LOGIN_FORBIDDEN },
			},
			{
				type: 'responseCode',
				properties: { value: 404, message: NO_API },
			},
		],
	};
}

import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { templateVoice } from '../nodes/TemplateVoice/provider';
import { withLogin } from '../nodes/shared/credential/authenticated';
import { apiUrl } from '../nodes/shared/credential/baseUrl';
import { baseUrlField } from '../nodes/shared/credential/fields';
import { asTyped } from '../nodes/shared/fields/field';
import { propertiesOf } from '../nodes/shared/fields/groups';
import { allowedCountries } from '../nodes/shared/numbers/allowedCountries';

// Your login. Name a secret "token" or "password", because nodes/shared/answer/secrets.ts masks fields by their names.
export const fields = [
	asTyped({
		displayName: 'Token',
		name: 'token',
		wire: 'X-Api-Key',
		type: 'string',
		typeOptions: { password: true },
		required: true,
		default: '',
		description: 'API token of the Template Voice account',
	}),
	// When another address is right.
	baseUrlField(templateVoice.baseUrl, 'Template Voice gave you another one'),
	allowedCountries,
];

/** Template Voice: a token in a header (docs/providers/templateVoice.md#requests). */
export class TemplateVoiceApi implements ICredentialType {
	name = 'templateVoiceApi';

	displayName = 'Template Voice API';

	icon = {
		light: 'file:../icons/templateVoice.svg',
		dark: 'file:../icons/templateVoice.dark.svg',
	} as const;

	// Once README has a section about this credential, lead to it; the node's .node.json has the same address.
	documentationUrl = 'https://www.npmjs.com/package/n8n-nodes-voice-sms-otp#credentials';

	properties: INodeProperties[] = propertiesOf(fields);

	// A function, because an expression costs 0.7 ms for every request (docs/n8n-facts.md#what-a-request-costs).
	authenticate = async (
		credentials: ICredentialDataDecryptedObject,
		options: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => {
		apiUrl(credentials.baseUrl, templateVoice.baseUrl);
		return withLogin(credentials, options, { 'X-Api-Key': credentials.token });
	};
}

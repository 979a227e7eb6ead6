import type {
	IHookFunctions,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { requireProviders } from '../shared/verification/activation';
import { credentialsOf, fieldsOf, OUTPUTS, propertiesFor } from '../shared/verification/panel';
import { receive } from '../shared/verification/receive';
import type { VerificationParts } from '../shared/verification/verificationProvider';
import { triggerTexts, webhooks } from '../shared/verification/webhooks';
import { providers } from './providers';

const USUAL = 'antBuddy';

export const parts: VerificationParts = { providers, fields: fieldsOf(providers, USUAL) };

/** Starts a workflow when a person has proved a phone number on its page, or through an app. */
export class PhoneVerificationTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Phone Verification Trigger',
		name: 'phoneVerificationTrigger',
		icon: {
			light: 'file:../../icons/phoneVerification.svg',
			dark: 'file:../../icons/phoneVerification.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle: 'Verified number',
		description:
			'Starts the workflow when a person has proved a phone number with a code, on a page or through an app',
		defaults: { name: 'Phone Verification Trigger' },
		inputs: [],
		outputs: OUTPUTS,
		credentials: credentialsOf(providers),
		webhooks,
		...triggerTexts,
		properties: propertiesFor(providers, USUAL),
	};

	methods = {
		credentialTest: Object.assign({}, ...providers.map(({ credentialTest }) => credentialTest)),
	};

	// The page is n8n's own, so there is nothing to register elsewhere.
	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return requireProviders(this, providers);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return requireProviders(this, providers);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this, providers);
	}
}

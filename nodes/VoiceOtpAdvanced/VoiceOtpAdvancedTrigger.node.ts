import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IHookFunctions,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import {
	callbackWebhook,
	receiveCallback,
	statusesField,
	verificationTokenField,
	requireToken,
} from '../shared/callbacks/callback';
import type { CallbackParts } from '../shared/callbacks/callback';
import { callbackNotice, callbackPanel } from '../shared/callbacks/callbackPanel';
import type { CallbackSource } from '../shared/callbacks/callbackPanel';
import { propertiesOf } from '../shared/fields/groups';
import { eventField } from '../shared/panel/event';
import { readFinishedCalls, statusOptions } from './finishedCalls';

const source: CallbackSource = {
	provider: 'CM.com',
	event: 'a finished call',
	node: 'Voice OTP Advanced',
	field: 'Callback URL',
};

const event = eventField({
	name: 'Finished Call',
	value: 'finishedCall',
	action: 'On finished call',
	description: 'Starts the workflow when CM.com reports how a call ended',
});

export const parts: CallbackParts = {
	fields: [verificationTokenField, statusesField(statusOptions)],
	document: 'docs/providers/cm.md#callbacks',
	read: readFinishedCalls,
};

/** Starts a workflow when CM.com reports how a call ended. */
export class VoiceOtpAdvancedTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Voice OTP Advanced Trigger',
		name: 'voiceOtpAdvancedTrigger',
		icon: { light: 'file:../../icons/cmVoice.svg', dark: 'file:../../icons/cmVoice.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: 'Finished call',
		description: 'Starts the workflow when CM.com reports how a call with a one-time code ended',
		defaults: { name: 'Voice OTP Advanced Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		webhooks: [callbackWebhook],
		...callbackPanel(source),
		properties: [callbackNotice(source), event, ...propertiesOf(parts.fields)],
	};

	// CM.com has no call to register a webhook: each Call: Create carries the address.
	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return requireToken(this);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return requireToken(this);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return receiveCallback(this, parts);
	}
}

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
} from '../shared/callback';
import { requireToken } from '../shared/callbackLifecycle';
import { readFinishedCalls, statusOptions } from './finishedCalls';

/** Starts a workflow when CM.com reports how a call ended. */
export class VoiceOtpAdvancedTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Voice OTP Advanced Trigger',
		name: 'voiceOtpAdvancedTrigger',
		icon: { light: 'file:../../icons/cmVoice.svg', dark: 'file:../../icons/cmVoice.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: 'finished call',
		description: 'Starts the workflow when CM.com reports that a call is finished',
		defaults: { name: 'Voice OTP Advanced Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		webhooks: [callbackWebhook],
		properties: [
			{
				displayName:
					'Copy the Production URL from above, append <code>?verificationToken=</code> and the token from below, and put the whole address into <b>Callback URL</b> under Options of the Voice OTP Advanced node. CM.com calls it when the workflow is active.',
				name: 'notice',
				type: 'notice',
				default: '',
			},
			verificationTokenField,
			statusesField(statusOptions),
		],
	};

	// CM.com has no call to register an address: it comes with every call that is created.
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
		return receiveCallback(this, { read: readFinishedCalls });
	}
}

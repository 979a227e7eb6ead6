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
import { readDeliveryReports, statusOptions } from './deliveryReports';

/** Starts a workflow when ANTS reports what became of a text message. */
export class AntsSmsOtpTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'ANTS SMS OTP Trigger',
		name: 'antsSmsOtpTrigger',
		icon: { light: 'file:../../icons/ants.svg', dark: 'file:../../icons/ants.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: 'delivery report',
		description: 'Starts the workflow when ANTS reports whether a text message was delivered',
		defaults: { name: 'ANTS SMS OTP Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		webhooks: [callbackWebhook],
		properties: [
			{
				displayName:
					'Copy the Production URL from above, append <code>?verificationToken=</code> and the token from below, and put the whole address into <b>Notify URL</b> under Options of the ANTS SMS OTP node. ANTS calls it when the workflow is active.',
				name: 'notice',
				type: 'notice',
				default: '',
			},
			verificationTokenField,
			statusesField(statusOptions),
		],
	};

	// ANTS has no call to register an address: it comes with every request.
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
		return receiveCallback(this, { read: readDeliveryReports });
	}
}

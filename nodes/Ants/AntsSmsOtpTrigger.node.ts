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
import { readDeliveryReports, statusOptions } from './deliveryReports';

const source: CallbackSource = {
	provider: 'ANTS',
	event: 'a delivery report',
	node: 'ANTS SMS OTP',
	field: 'Notify URL',
};

const event = eventField({
	name: 'Delivery Report',
	value: 'deliveryReport',
	action: 'On delivery report',
	description: 'Starts the workflow when ANTS reports whether an SMS was delivered',
});

export const parts: CallbackParts = {
	fields: [verificationTokenField, statusesField(statusOptions)],
	document: 'docs/providers/ants.md#delivery-reports',
	read: readDeliveryReports,
};

/** Starts a workflow when ANTS sends a delivery report. */
export class AntsSmsOtpTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'ANTS SMS OTP Trigger',
		name: 'antsSmsOtpTrigger',
		icon: { light: 'file:../../icons/ants.svg', dark: 'file:../../icons/ants.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: 'Delivery report',
		description:
			'Starts the workflow when ANTS reports whether an SMS with a one-time code was delivered',
		defaults: { name: 'ANTS SMS OTP Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		webhooks: [callbackWebhook],
		...callbackPanel(source),
		properties: [callbackNotice(source), event, ...propertiesOf(parts.fields)],
	};

	// ANTS has no call to register a webhook: each OTP: Request carries the address.
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

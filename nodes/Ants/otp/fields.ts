import type { INodeProperties, IDataObject } from 'n8n-workflow';
import { oneOf, textUpTo, webAddress } from '../../shared/fields/readers';
import type { Item } from '../../shared/items/item';

/** Characters; the documents' IDs are UUIDs, and no limit is given. */
export const LONGEST_ID = 200;

export const otcIdField: INodeProperties = {
	displayName: 'OTC ID',
	name: 'otcId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 0DC8E7AD-0168-440C-AF10-BF556B164D83',
	description: 'The ID of the OTP application in your ANTS account',
};

export const otpIdField: INodeProperties = {
	displayName: 'OTP ID',
	name: 'otpId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. {{ $json.otpId }}',
	description: 'The ID that OTP: Request put out when it sent the code',
};

/** The optional fields about the delivery report (docs/providers/ants.md#requests). */
export const reportOptions: INodeProperties[] = [
	{
		displayName: 'Callback Data',
		name: 'callbackData',
		type: 'string',
		default: '',
		placeholder: 'e.g. order 1234',
		description:
			'A text that comes back in the delivery report, to tell which request it belongs to',
	},
	{
		displayName: 'Notify Content Type',
		name: 'notifyContentType',
		type: 'options',
		default: 'application/json',
		description: 'The form of the delivery report',
		options: [{ name: 'JSON', value: 'application/json' }],
	},
	{
		displayName: 'Notify URL',
		name: 'notifyUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. {{ $execution.resumeUrl }}',
		description:
			'The address that gets the delivery report: that of an ANTS SMS OTP Trigger, or {{ $execution.resumeUrl }} with a Wait node right after this node',
	},
];

const MAXIMUM_CALLBACK_DATA = 4000;

/** Data of a workflow comes back as the JSON that it was. */
const asText = (value: unknown) =>
	value !== null && typeof value === 'object' ? JSON.stringify(value) : value;

/** The optional fields that were set, under their wire names. */
export function reportFields(item: Item): IDataObject {
	const { notifyUrl, notifyContentType, callbackData } = item.options;
	const fields = {
		notifyUrl: webAddress(item, { name: 'Notify URL', value: notifyUrl }),
		notifyContentType: oneOf(item, { name: 'Notify Content Type', value: notifyContentType }, [
			'application/json',
		]),
		callbackData: textUpTo(
			item,
			{
				name: 'Callback Data',
				value: asText(callbackData),
			},
			MAXIMUM_CALLBACK_DATA,
		),
	};
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

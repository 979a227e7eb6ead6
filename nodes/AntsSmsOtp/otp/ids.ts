import type { INodeProperties } from 'n8n-workflow';

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

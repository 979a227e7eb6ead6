import { choice, text, textOrJson, webAddress } from '../../shared/fields/kinds';

/** Characters: the documented IDs are UUIDs, and ANTS documents no limit. */
const LONGEST_ID = 200;

export const otcId = text({
	displayName: 'OTC ID',
	name: 'otcId',
	wire: 'otcId',
	maxLength: LONGEST_ID,
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 0DC8E7AD-0168-440C-AF10-BF556B164D83',
	description: 'The ID of the OTP application in your ANTS account',
});

export const otpId = text({
	displayName: 'OTP ID',
	name: 'otpId',
	wire: 'otpId',
	maxLength: LONGEST_ID,
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. {{ $json.otpId }}',
	description: 'The ID that OTP: Request put out when it sent the code',
});

/** The optional fields about the delivery report (docs/providers/ants.md#requests). */
export const reportOptions = [
	textOrJson({
		displayName: 'Callback Data',
		name: 'callbackData',
		wire: 'callbackData',
		maxLength: 4000,
		type: 'string',
		default: '',
		placeholder: 'e.g. order 1234',
		description:
			'A text that comes back in the delivery report, to tell which request it belongs to',
	}),
	choice({
		displayName: 'Notify Content Type',
		name: 'notifyContentType',
		wire: 'notifyContentType',
		type: 'options',
		default: 'application/json',
		description: 'The form of the delivery report',
		options: [{ name: 'JSON', value: 'application/json' }],
	}),
	webAddress({
		displayName: 'Notify URL',
		name: 'notifyUrl',
		wire: 'notifyUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. {{ $execution.resumeUrl }}',
		description:
			'The address that gets the delivery report: that of an ANTS SMS OTP Trigger, or {{ $execution.resumeUrl }} with a Wait node right after this node',
	}),
];

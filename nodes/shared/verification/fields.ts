import { codeLength, expiresIn as ofChallenge } from '../codes/codeFields';
import type { Field } from '../fields/field';
import { asTyped } from '../fields/field';
import { optionsField } from '../fields/groups';
import { choice, text, wholeNumber, yesOrNo } from '../fields/kinds';
import { defaultCountry } from '../numbers/options';

/** Characters of a text on the page. */
const LONGEST_TEXT = 500;

export const language = asTyped({
	displayName: 'Language',
	name: 'language',
	form: 'a choice, or a list of languages as browsers send it',
	type: 'options',
	default: 'en',
	description: 'The language of the page',
	hint: 'For that of the browser: {{ $json.headers["accept-language"] }}',
	options: [
		{ name: 'English', value: 'en' },
		{ name: 'Tiếng Việt', value: 'vi' },
		{ name: 'ไทย', value: 'th' },
	],
});

export const pageTitle = text({
	displayName: 'Page Title',
	name: 'pageTitle',
	maxLength: LONGEST_TEXT,
	type: 'string',
	default: '',
	placeholder: 'e.g. Confirm your number',
	description: 'The heading of the page. Leave empty for that of the language.',
});

export const introduction = text({
	displayName: 'Introduction',
	name: 'introduction',
	maxLength: LONGEST_TEXT,
	type: 'string',
	typeOptions: { rows: 2 },
	default: '',
	placeholder: 'e.g. We call you with a code, so that nobody orders in your name.',
	description: 'The text below the heading. Leave empty for that of the language.',
});

export const buttonLabel = text({
	displayName: 'Button Label',
	name: 'buttonLabel',
	maxLength: LONGEST_TEXT,
	type: 'string',
	default: '',
	placeholder: 'e.g. Call me',
	description: 'The button that asks for the code. Leave empty for that of the language.',
});

export const respond = choice({
	displayName: 'Respond',
	name: 'respond',
	type: 'options',
	default: 'page',
	description: 'What a person sees once the number is verified',
	options: [
		{ name: 'Page', value: 'page', description: 'A page that says it is done' },
		{ name: 'Redirect', value: 'redirect', description: 'A page of your own' },
		{
			name: 'Workflow’s Result',
			value: 'workflowResult',
			description: 'The output of the workflow’s last node, as JSON',
		},
	],
});

export const doneText = text({
	displayName: 'Done Text',
	name: 'doneText',
	maxLength: LONGEST_TEXT,
	type: 'string',
	default: '',
	placeholder: 'e.g. Thank you. We start packing.',
	description: 'The text of the last page. Leave empty for that of the language.',
	displayOptions: { show: { respond: ['page'] } },
});

export const redirectUrl = text({
	displayName: 'Redirect URL',
	name: 'redirectUrl',
	form: 'a web address',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. https://example.com/welcome',
	description: 'The address of the page that follows',
	displayOptions: { show: { respond: ['redirect'] } },
});

export const notVerifiedOutput = yesOrNo({
	displayName: 'Not Verified Output',
	name: 'notVerifiedOutput',
	type: 'boolean',
	default: false,
	description:
		'Whether the workflow also starts, at a second output, if attempts are used up, a limit of codes is reached, or a provider does not send',
});

export const maxAttempts = wholeNumber({
	displayName: 'Max Attempts',
	name: 'maxAttempts',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 10 },
	default: 3,
	description: 'How many tries a person has for a code, from 1 to 10',
});

export const coolDown = wholeNumber({
	displayName: 'Cool-Down (Seconds)',
	name: 'coolDown',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 3_600 },
	default: 60,
	description: 'How long a number waits for another code, from 0 to 3600',
});

export const sendsPerNumber = wholeNumber({
	displayName: 'Sends per Number',
	name: 'sendsPerNumber',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 100 },
	default: 5,
	description: 'How many codes a number gets in 10 minutes, from 1 to 100',
});

export const sendsPerAddress = wholeNumber({
	displayName: 'Sends per Address',
	name: 'sendsPerAddress',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 10_000 },
	default: 20,
	description:
		'How many codes people at one IP address can ask for in an hour, from 1 to 10000. Behind a proxy, set N8N_PROXY_HOPS for n8n.',
});

export const sendsInAll = wholeNumber({
	displayName: 'Sends in All',
	name: 'sendsInAll',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 10_000 },
	default: 100,
	description:
		'How many codes are sent in an hour, from 1 to 10000, which bounds what an attack costs',
});

export const country = defaultCountry();

export const allowedOrigins = text({
	displayName: 'Allowed Origins (CORS)',
	name: 'allowedOrigins',
	type: 'string',
	default: '*',
	placeholder: 'e.g. https://app.example.com, https://example.com',
	description:
		'The websites whose pages may use this address, with commas between them. All may with *.',
});

export const expiresIn: Field<number> = {
	...ofChallenge,
	property: { ...ofChallenge.property, description: 'How long a code is accepted, from 30 to 600' },
};

/** The Options of the trigger. */
export const options = optionsField([
	...[maxAttempts, coolDown, sendsPerNumber, sendsPerAddress, sendsInAll],
	...[codeLength, expiresIn, country, allowedOrigins],
]);

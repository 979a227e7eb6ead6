import { asTyped } from '../fields/field';
import { choice, text, yesOrNo } from '../fields/kinds';

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

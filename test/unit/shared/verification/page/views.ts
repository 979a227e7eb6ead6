import type { PageView } from '../../../../../nodes/shared/verification/page/page';

/** The page that nobody has filled in or changed. */
export const numberView: PageView = {
	step: 'number',
	language: 'en',
	title: '',
	introduction: '',
	buttonLabel: '',
	doneText: '',
	request: 'request-1',
};

/** The page after a text message. */
export const codeView: PageView = {
	...numberView,
	step: 'code',
	phoneNumber: '+84919273027',
	channel: 'text',
	challenge: 'challenge-1',
	codeLength: 6,
	resendAfter: 0,
};

export const languages = ['en', 'vi', 'th'] as const;
export const steps = ['number', 'code', 'done', 'closed'] as const;

/** The start tags with this name, in the document's order. */
export const tagsOf = (page: string, name: string): string[] =>
	page.match(new RegExp(`<${name}\\b[^>]*>`, 'g')) ?? [];

/** What is read where the tags are taken away, with single spaces. */
export const readOf = (page: string): string =>
	page
		.replace(/^[\s\S]*<body>/, '')
		.replace(/<[^>]*>/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();

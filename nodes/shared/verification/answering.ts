import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { newRequest } from './asked';
import type { Asked } from './asked';
import { pageHeaders, pageOf } from './page/page';
import type { PageView } from './page/view';
import type { Result } from './result';
import type { Settings } from './settings';

/** What an answer needs of the builder's settings. */
export type Appearance = Pick<Settings, 'language' | 'texts'>;

/** The appearance of a page whose settings cannot be read. */
export const PLAIN: Appearance = {
	language: 'en',
	texts: { title: '', introduction: '', buttonLabel: '', doneText: '' },
};

/** What an answer needs of the request; nothing is known of one that cannot be read. */
export type Asker = Partial<Pick<Asked, 'isJson' | 'isHead' | 'reference'>>;

/** The headers that every answer of the trigger has, also one that n8n sends. */
export function setHeaders(functions: IWebhookFunctions): void {
	const response = functions.getResponseObject();
	for (const [name, value] of Object.entries(pageHeaders)) response.setHeader(name, value);
}

function pageFor({ view }: Result, { reference }: Asker, { language, texts }: Appearance): string {
	const all: PageView = { language, ...texts, request: newRequest(), reference, ...view };
	return pageOf(all);
}

/** Sends a result: JSON to an app, a page to a person. */
export function answer(
	functions: IWebhookFunctions,
	asker: Asker,
	result: Result,
	appearance: Appearance,
): void {
	const response = functions.getResponseObject();
	if (response.headersSent) return;
	setHeaders(functions);
	const { status, json, retryAfter } = result;
	response.statusCode = status;
	const type = asker.isJson ? 'application/json' : 'text/html';
	response.setHeader('Content-Type', `${type}; charset=utf-8`);
	if (retryAfter !== undefined) response.setHeader('Retry-After', String(retryAfter));
	const body = asker.isJson ? JSON.stringify(json) : pageFor(result, asker, appearance);
	response.end(asker.isHead ? undefined : body);
}

/** Sends a person on to the builder's own page. */
export function redirect(functions: IWebhookFunctions, url: string): void {
	const response = functions.getResponseObject();
	setHeaders(functions);
	response.statusCode = 303;
	response.setHeader('Location', url);
	response.end();
}

/** What n8n is told of a request that the trigger answered itself. */
export const ANSWERED: IWebhookResponseData = { noWebhookResponse: true };

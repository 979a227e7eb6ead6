import { randomBytes } from 'node:crypto';
import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';
import { bodyOf } from '../callbacks/body';
import { isRecord, isTooDeep, plainText } from '../values';

/** Bytes of a form or of an app's JSON; a challenge has a few hundred. */
const MAXIMUM_BYTES = 16 * 1024;
/** Characters. */
export const LONGEST_REFERENCE = 200;

/** What the address does. */
export type Action = 'show' | 'send' | 'check' | 'resend' | 'other' | 'restart';

/** What a visitor or an app asks for. */
export interface Asked {
	action: Action;
	/** Whether the answer is JSON, for an app, instead of a page. */
	isJson: boolean;
	isHead: boolean;
	isTooLarge: boolean;
	origin?: string;
	phoneNumber: string;
	code: string;
	challenge: string;
	/** The random ID of a form, or of an app's request; '' if there is none. */
	request: string;
	reference: string;
	lang: string;
}

const ACTIONS: Action[] = ['send', 'check', 'resend', 'other', 'restart'];

/** Whether the request is an app's. A browser asks for HTML. */
function isAppRequest(headers: Record<string, unknown>): boolean {
	const { 'content-type': type, accept } = headers;
	if (/[/+]json\b/i.test(plainText(type))) return true;
	return /[/+]json\b/i.test(plainText(accept)) && !/\bhtml\b/i.test(plainText(accept));
}

/** What an app asks for by the fields that it sends. */
function actionOfApp({ challenge, resend, other }: IDataObject): Action {
	if (challenge === undefined) return 'send';
	if (plainText(other) === 'true') return 'other';
	return plainText(resend) === 'true' ? 'resend' : 'check';
}

/** Reads a request to the trigger's address, of any method and with any body. */
export function readAsked(functions: IWebhookFunctions): Asked {
	const { method, rawBody, headers } = functions.getRequestObject();
	const query = functions.getQueryData() as IDataObject;
	const isPost = method === 'POST';
	const length = Math.max(rawBody?.length ?? 0, Number(headers['content-length'] ?? 0));
	const isTooLarge = isPost && !(length <= MAXIMUM_BYTES);
	const isRead = isPost && !isTooLarge && !isTooDeep(functions.getBodyData());
	const given = isRead ? bodyOf(functions, rawBody) : {};
	const body: IDataObject = isRecord(given) ? given : {};
	// Whoever opens the address gets the page.
	const isJson = isPost && isAppRequest(headers);
	const asForm = ACTIONS.find((action) => action === body.action) ?? 'send';
	const actionOfPost = isJson ? actionOfApp(body) : asForm;
	return {
		action: isPost ? actionOfPost : 'show',
		isJson,
		isHead: method === 'HEAD',
		isTooLarge,
		origin: headers.origin,
		phoneNumber: plainText(body.phoneNumber),
		code: plainText(body.code),
		challenge: plainText(body.challenge),
		request: plainText(body.request).slice(0, LONGEST_REFERENCE),
		reference: plainText(body.reference ?? query.reference),
		lang: plainText(query.lang),
	};
}

/** A new ID for a form. */
export const newRequest = (): string => randomBytes(12).toString('base64url');

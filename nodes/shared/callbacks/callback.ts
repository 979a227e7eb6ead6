import { createHash, timingSafeEqual } from 'node:crypto';
import { NodeOperationError } from 'n8n-workflow';
import type {
	IDataObject,
	INodeProperties,
	INodePropertyOptions,
	IWebhookDescription,
	IWebhookFunctions,
	IWebhookResponseData,
	IHookFunctions,
} from 'n8n-workflow';
import { isTooDeep } from '../values';

/** Bytes; a report has a few hundred, a batch of them a few thousand. */
const MAXIMUM_BYTES = 256 * 1024;

/** A report as the workflow gets it; `status` is what the filter goes by. */
export type Report = IDataObject & { status: string };

/** How one provider's callbacks are read. */
export interface CallbackReader {
	/** The reports in a body, tolerantly read; an empty list where there is none. */
	read(body: unknown): Report[];
}

/** The address a provider calls: POST, answered as soon as it is checked. */
export const callbackWebhook: IWebhookDescription = {
	name: 'default',
	httpMethod: 'POST',
	responseMode: 'onReceived',
	// Empty, so that the answer is the one of receiveCallback; n8n's default is the text “firstEntryJson”.
	responseData: '',
	path: 'webhook',
};

/** The field that holds what a caller must know. */
export const verificationTokenField: INodeProperties = {
	displayName: 'Verification Token',
	name: 'verificationToken',
	type: 'string',
	typeOptions: { password: true },
	required: true,
	default: '',
	placeholder: 'e.g. 32 random letters and digits',
	description:
		'A secret of your choice that proves the caller. Append it to the URL as ?verificationToken=…; calls without it are refused.',
};

/** The filter by status, with the statuses that the provider's reports have. */
export const statusesField = (options: INodePropertyOptions[]): INodeProperties => ({
	displayName: 'Statuses',
	name: 'statuses',
	type: 'multiOptions',
	default: [],
	description: 'Which reports start the workflow. Leave empty for all.',
	options,
});

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Compares in constant time, whatever the lengths. An empty token admits nobody. */
export const isSameToken = (expected: string, given: unknown): boolean =>
	expected !== '' && typeof given === 'string' && timingSafeEqual(digest(expected), digest(given));

const isJson = (contentType: unknown) => /[/+]json\b/i.test(String(contentType));

function parse(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

/** The JSON of a body, also where its Content-Type is another; undefined where it is none. */
function bodyOf(context: IWebhookFunctions, raw: Buffer | undefined): unknown {
	if (isJson(context.getHeaderData()['content-type'])) return context.getBodyData();
	return parse(raw?.toString('utf8') ?? '');
}

function refuse(context: IWebhookFunctions, status: number, reason: string): IWebhookResponseData {
	context.getResponseObject().status(status).json({ accepted: false, reason });
	return { noWebhookResponse: true };
}

/**
 * Answers a provider's callback: refuses callers without the token (401), bodies over the bound (413) and
 * bodies that are not JSON or nested too deeply (400) without starting the workflow; else starts it with one item for each report whose
 * status passes the filter, and answers 200 at once.
 */
export function receiveCallback(
	context: IWebhookFunctions,
	{ read }: CallbackReader,
): IWebhookResponseData {
	const token = context.getNodeParameter('verificationToken', '') as string;
	if (!isSameToken(token, (context.getQueryData() as IDataObject).verificationToken))
		return refuse(context, 401, 'The verification token is missing or wrong');

	const { rawBody, headers } = context.getRequestObject();
	const length = Math.max(rawBody?.length ?? 0, Number(headers['content-length'] ?? 0));
	if (length > MAXIMUM_BYTES) return refuse(context, 413, 'The body is too large');
	const body = bodyOf(context, rawBody);
	if (body === null || typeof body !== 'object')
		return refuse(context, 400, 'The body is not JSON');
	if (isTooDeep(body)) return refuse(context, 400, 'The body is nested too deeply');

	const statuses = context.getNodeParameter('statuses', []) as string[];
	const reports = read(body).filter(
		({ status }) => statuses.length === 0 || statuses.includes(status),
	);
	const webhookResponse = { accepted: true, reports: reports.length };
	if (reports.length === 0) return { webhookResponse };
	return { webhookResponse, workflowData: [reports.map((json) => ({ json }))] };
}

/**
 * Lets a workflow be activated only with a token: without one, every callback would be refused, and the user would
 * never learn why.
 *
 * @throws NodeOperationError
 */
export function requireToken(context: IHookFunctions): true {
	const token = context.getNodeParameter('verificationToken', '') as string;
	if (token !== '') return true;
	throw new NodeOperationError(context.getNode(), 'Verification Token is empty', {
		description:
			'Enter a secret of your choice and append it to the URL you give the provider, as ?verificationToken=….',
	});
}

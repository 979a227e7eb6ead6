import { createHash, timingSafeEqual } from 'node:crypto';
import { NodeOperationError } from 'n8n-workflow';
import type {
	IDataObject,
	INodePropertyOptions,
	IWebhookDescription,
	IWebhookFunctions,
	IWebhookResponseData,
	IHookFunctions,
} from 'n8n-workflow';
import { asTyped } from '../fields/field';
import type { Field } from '../fields/field';
import type { PanelField } from '../fields/groups';
import { isTooDeep } from '../values';
import { bodyOf } from './body';
import type { Report } from './reports';

/** One report has a few hundred bytes, a batch of reports a few thousand. */
const MAXIMUM_BYTES = 256 * 1024;

/** Reads the callbacks of one provider. */
export interface CallbackReader {
	/** The reports in a body of any shape; an empty list if there are none. */
	read(body: unknown): Report[];
}

/** The parts in which triggers differ, apart from their descriptions. */
export interface CallbackParts extends CallbackReader {
	fields: PanelField[];
	/** The page and section in docs/ with the facts about the callback. */
	document: string;
}

/** The webhook that a provider calls with POST. n8n answers it before the workflow runs. */
export const callbackWebhook: IWebhookDescription = {
	name: 'default',
	httpMethod: 'POST',
	responseMode: 'onReceived',
	// Empty, so that n8n sends the response of receiveCallback, not its default text “firstEntryJson”.
	responseData: '',
	path: 'webhook',
};

/** The field for the secret that a provider has to send. */
export const verificationTokenField = asTyped({
	displayName: 'Verification Token',
	name: 'verificationToken',
	wire: 'verificationToken',
	form: 'in the query of the URL',
	type: 'string',
	typeOptions: { password: true },
	required: true,
	default: '',
	placeholder: 'e.g. 32 random letters and digits',
	description:
		'A secret of your choice that proves the caller. Append it to the URL as ?verificationToken=…; calls without it are refused.',
});

/** The field that filters reports by status; the options are the provider's statuses. */
export const statusesField = (options: INodePropertyOptions[]): Field =>
	asTyped({
		displayName: 'Statuses',
		name: 'statuses',
		type: 'multiOptions',
		default: [],
		description: 'Which reports start the workflow. Leave empty for all.',
		options,
	});

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Compares tokens of any length in constant time. An empty expected token matches none. */
export const isSameToken = (expected: string, given: unknown): boolean =>
	expected !== '' && typeof given === 'string' && timingSafeEqual(digest(expected), digest(given));

function refuse(context: IWebhookFunctions, status: number, reason: string): IWebhookResponseData {
	context.getResponseObject().status(status).json({ accepted: false, reason });
	return { noWebhookResponse: true };
}

/**
 * Answers a provider's callback. Refuses a missing or wrong token (401), a body over the limit (413), and a body
 * that is nested too deeply (400); the workflow does not start. Otherwise answers 200 and starts the workflow with
 * one item for each report whose status passes the filter.
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
	if (isTooDeep(body)) return refuse(context, 400, 'The body is nested too deeply');

	const statuses = context.getNodeParameter('statuses', []) as string[];
	const reports = read(body).filter(
		({ status }) => statuses.length === 0 || statuses.includes(status),
	);
	const webhookResponse = { accepted: true, reports: reports.length };
	if (reports.length === 0) return { webhookResponse };
	return { webhookResponse, workflowData: [reports.map((json) => ({ json }))] };
}

/** Whether a URL carries a token as it is, without percent-encoding that somebody has to think of. */
const fitsUrl = (token: string): boolean =>
	/^[\x21-\x24\x26-\x7e]+$/.test(token) &&
	new URL(`https://host/?token=${token}`).searchParams.get('token') === token;

/**
 * Keeps a workflow from being published with a token that is empty or does not fit into a URL: the trigger would
 * refuse every callback, and the user would not learn why.
 *
 * @throws NodeOperationError if Verification Token is empty, or a URL cannot carry it
 */
export function requireToken(context: IHookFunctions): true {
	const token = context.getNodeParameter('verificationToken', '') as string;
	if (token === '')
		throw new NodeOperationError(context.getNode(), 'Verification Token is empty', {
			description:
				'Enter a secret of your choice and append it to the URL you give the provider, as ?verificationToken=….',
		});
	if (!fitsUrl(token))
		throw new NodeOperationError(
			context.getNode(),
			'Verification Token has characters that a URL does not carry as they are',
			{ description: 'Enter another secret, of letters and digits only.' },
		);
	return true;
}

import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { answer, ANSWERED, PLAIN, redirect, setHeaders } from './answering';
import type { Asker } from './answering';
import { LONGEST_REFERENCE, readAsked } from './asked';
import type { Asked } from './asked';
import { checkCode } from './checking';
import { SECOND } from './limits';
import { refused, unavailable } from './result';
import type { Result } from './result';
import { sendAgain, sendCode } from './sending';
import { readSettings } from './settings';
import type { Settings } from './settings';
import type { VerificationProvider } from './verificationProvider';
import { isTest, numberDigest, visitOf } from './visit';
import type { Visit } from './visit';

/** The key of the snapshot in the workflow's static data. */
const SNAPSHOT = 'verification';

/** n8n gives the pages of its webhooks, and so the trigger's own, no other origin than this. */
const OWN_PAGE = 'null';

/** What is answered without looking at sends and attempts; undefined if the request goes on to them. */
function atOnce(asked: Asked, { allowedOrigins }: Settings): Result | undefined {
	const { origin, isTooLarge, action, reference } = asked;
	const isKnown =
		allowedOrigins.length === 0 ||
		origin === undefined ||
		origin === OWN_PAGE ||
		allowedOrigins.includes(origin);
	if (!isKnown) return refused(403, 'originNotAllowed');
	if (isTooLarge) return refused(413, 'tooLarge');
	if (reference.length > LONGEST_REFERENCE) return refused(400, 'malformed');
	const isShown = action === 'show' || action === 'restart';
	return isShown ? { status: 200, json: {}, view: { step: 'number' } } : undefined;
}

async function carryOut(visit: Visit): Promise<Result> {
	const { action } = visit.asked;
	if (action === 'check') return await checkCode(visit);
	return action === 'send' ? await sendCode(visit) : await sendAgain(visit, action === 'other');
}

/** Seconds until the number on the page may get another code. */
function resendAfter(visit: Visit, phoneNumber: string): number {
	const { coolDown } = visit.settings.limits;
	const until = visit.state.coolUntil(numberDigest(visit, phoneNumber), coolDown);
	return Math.max(0, Math.ceil((until - Date.now()) / SECOND));
}

/** Works on what the process and the workflow's static data know, and keeps what they know afterwards. */
async function withState(visit: Visit): Promise<Result> {
	const { functions, state } = visit;
	const kept: IDataObject = isTest(functions) ? {} : functions.getWorkflowStaticData('node');
	state.merge(kept[SNAPSHOT]);
	try {
		const result = await carryOut(visit);
		const { step, phoneNumber } = result.view;
		if (step !== 'code') return result;
		// The page for the code always names the number that it went to.
		const seconds = resendAfter(visit, phoneNumber!);
		return { ...result, view: { ...result.view, resendAfter: seconds } };
	} finally {
		const snapshot = state.snapshot(Date.now());
		if (kept[SNAPSHOT] !== snapshot) kept[SNAPSHOT] = snapshot;
	}
}

const isWebAddress = (url: string) => URL.canParse(url) && /^https?:/.test(new URL(url).protocol);

/** Answers the visitor, unless the workflow does, and hands the workflow what starts it. */
function finish(
	functions: IWebhookFunctions,
	asked: Asked,
	settings: Settings,
	result: Result,
): IWebhookResponseData {
	const { respond, redirectUrl } = settings;
	const { output } = result;
	// With Always Output Data, n8n would put an empty item at the first output too.
	const hasNotVerifiedOutput =
		settings.hasNotVerifiedOutput && !functions.getNode().alwaysOutputData;
	const items = output && [{ json: output.json }];
	if (items && output.isVerified && respond === 'workflowResult') {
		setHeaders(functions);
		return { workflowData: hasNotVerifiedOutput ? [items, []] : [items] };
	}
	const isRedirected = result.view.step === 'done' && !asked.isJson && isWebAddress(redirectUrl);
	if (isRedirected) redirect(functions, redirectUrl);
	else answer(functions, asked, result, settings);
	if (!items || !(output.isVerified || hasNotVerifiedOutput)) return ANSWERED;
	const outputs = output.isVerified ? [items] : [[], items];
	return { ...ANSWERED, workflowData: outputs };
}

/**
 * Answers a request of a visitor or an app to the trigger. Whatever goes wrong, they get a calm answer, and no execution
 * fails by what a stranger sends.
 *
 * @param providers those that the trigger offers
 */
export async function receive(
	functions: IWebhookFunctions,
	providers: VerificationProvider[],
): Promise<IWebhookResponseData> {
	let asker: Asker = {};
	try {
		const asked = readAsked(functions);
		asker = asked;
		const settings = readSettings(functions, asked.lang);
		const result =
			atOnce(asked, settings) ??
			(await withState(await visitOf(functions, asked, settings, providers)));
		return finish(functions, asked, settings, result);
	} catch {
		// What was thrown may hold what the visitor typed, so the log does not get it.
		const { name } = functions.getNode();
		const { id } = functions.getWorkflow();
		functions.logger.warn(
			`“${name}” of workflow ${id} cannot verify numbers: check its fields and credentials`,
		);
		answer(functions, asker, unavailable({ step: 'closed' }, 500), PLAIN);
		return ANSWERED;
	}
}

import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Answer } from '../../nodes/shared/provider';
import type { Becomes } from '../engine/faults/fault';
import type { ProviderSandbox } from '../sandbox/providers/provider';
import type { Sandbox } from '../sandbox/server';

/** All that the tests have to know of a provider: what `test/providers/<P>/provider.ts` exports as `provider`. */
export interface TestedProvider {
	/** The name users know, as messages have it: "AntBuddy". */
	name: string;
	sandbox: ProviderSandbox;
	/** The type of its node, without the package's name: "antBuddyVoiceOtp". */
	node: string;
	credential: TestedCredential;
	/** Every operation that makes a request; first one that reaches a new recipient. */
	operations: TestedOperation[];
	/** Every operation by `resource operation`, run in the ways that give different outputs. */
	outputs: Record<string, Outputs>;
	/** Fields that the sandbox answers although no document names them: no schema has to have them. */
	madeUp?: string[];
	/** Left out where the provider reports nothing. */
	trigger?: TestedTrigger;
	/** Whether an answer of 2xx says that this recipient, as it stands in the request, was not reached. */
	refuses?(answer: Answer, recipient: string): boolean;
}

export interface TestedCredential {
	/** The type of the credential: "antBuddyApi". */
	type: string;
	/** The ways to log in, all of them right for the sandbox; the first is the one that the tests use. */
	logins: [TestedLogin, ...TestedLogin[]];
	/** The request that the Test button makes: "GET /voice-otp/". */
	test: string;
	/** Whether a right login is answered 400 there: for an n8n older than 2.41 every answer to such a test is a yes. */
	isTestRefused?: boolean;
	/** Left out where each request carries the login itself. */
	token?: TestedToken;
}

export interface TestedLogin {
	/** The credential's field that chooses this way, where there are several: `{ authentication: 'basic' }`. */
	chosenBy?: Record<string, string>;
	/** What a person types, Base URL left aside. The key of challenges is derived from these, in this order. */
	fields: Record<string, string>;
	/** The one of them that is secret. */
	secret: string;
}

/** A login that is a request of its own, answered with an access token. */
export interface TestedToken {
	/** Of the login request, behind the base URL. */
	path: string;
	/** The hidden field of the credential in which n8n keeps the token. */
	field: string;
	/** A body that the login may be answered with. */
	answer(token: string): unknown;
	/** Whether a text alone, without JSON around it, may be a token. */
	mayBeBare?: boolean;
}

export interface TestedOperation {
	/** As the panel names it: "Call: Create". */
	title: string;
	/** Of its request, behind the base URL. */
	path: string;
	/** Whether it reaches a phone. */
	sends: boolean;
	/** Resource, operation and all that it needs to be tried. */
	parameters: INodeParameters;
	/** What differs between items that run together; other recipients, codes of ten digits. */
	perItem: INodeParameters[];
	/** Left out where it is told no phone number. */
	recipient?: TestedRecipient;
	/** The parameter with the ID of an earlier message, where it follows one up, and its label and wire name. */
	follows?: { parameter: string; label: string; wire: string };
	/** The wire name of the code that its request carries. */
	code?: string;
	/** Input items of its own, each of them carried out by the sandbox; for an operation without `recipient`. */
	items?: TestedItems;
	/** Whether it asks for one page after the other. */
	isPaged?: boolean;
	/** Whether an answer of 2xx with this body says that the code is right; for an operation that asks the provider. */
	saysRight?(body: object): boolean;
	/**
	 * Bodies that its document shows, refusals included; generated answers are like them. The first says yes, whatever was
	 * sent. \uE000 and its like stand for what was sent: test/fuzz/support/echo.ts.
	 */
	documented: unknown[];
	/** The fields of its output that the node makes itself. */
	own: string[];
	/** What becomes of an item under faults of test/engine/faults/table, by their names, where it is not the usual. */
	becomes?: Record<string, Becomes>;
}

export interface TestedRecipient {
	/** The parameter that is told the number, its label, and the request's fields that may carry it. */
	parameter: string;
	label: string;
	wire: string[];
	/** Whether the parameter takes several numbers. */
	takesMany?: boolean;
	/** The country of numbers without a country code; left out where the country code is asked for. */
	defaultCountry?: 'VN' | 'TH';
	/** Whether it reaches no other country than that. */
	isOnlyCountry?: boolean;
	/** Whether it sends text messages, which no landline takes. */
	isText?: boolean;
	/** A number in the form that the provider wants, from E.164. */
	form(e164: string): string;
	/** What every number that is sent matches. */
	pattern: RegExp;
	/** The nth recipient, of a million: as a person types the number, and the digits by which the sandbox counts it. */
	typed(n: number): string;
	counted(n: number): string;
}

export interface TestedItems {
	/** Parameters that read the item. */
	parameters: INodeParameters;
	/** Makes the nth item, and what has to be at the provider before it is run. */
	make(sandbox: Sandbox, n: number): Promise<TestedItem>;
}

export interface TestedItem {
	json: IDataObject;
	/** The digits by which the sandbox counts the recipient. */
	to: string;
	/** The code in the item, where it has one. */
	code?: string;
}

/** The node that starts workflows by what the provider reports. */
export interface TestedTrigger {
	/** Its type, without the package's name. */
	node: string;
	/** Options of the first operation that have the outcome reported to this address. */
	options(url: string): INodeParameters;
	/** What the trigger puts out, in part, for what the sandbox reports then. */
	usual: IDataObject;
	/** Reports of two outcomes; their texts may hold the code {@link REPORTED_CODE}. */
	reports: [TestedReport, TestedReport];
	/** More bodies that its document shows or leaves possible; generated reports are like them. */
	documented: unknown[];
	/** Whether the code may come back in this body's output: it is masked in the text of messages only. */
	tellsCode?(body: unknown): boolean;
}

export interface TestedReport {
	body: object;
	/** What the trigger puts out for it, in part, its `status` included. */
	item: IDataObject & { status: string };
}

/** No digits alone, which might be part of something else. */
export const REPORTED_CODE = 'K7-48213';

/** Runs an operation. @returns the json of its outputs */
export type RunOperation = (parameters: INodeParameters) => Promise<IDataObject[]>;

export type Outputs = (run: RunOperation, sandbox: Sandbox) => Promise<IDataObject[]>;

/** Numbers in Vietnam and Thailand as the providers' own documents write them, or close to it. */
export const VIETNAM = '+84919273027';
export const THAILAND = '+66812345678';

/** Six digits for the nth recipient. */
export const sixDigits = (n: number): string => String(n).padStart(6, '0');

/** Asks the sandbox for something by itself, without a node. @returns the JSON of its answer */
export async function postJson(
	url: string,
	body: object,
	headers: Record<string, string> = {},
): Promise<IDataObject> {
	const answer = await fetch(url, {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...headers },
		body: JSON.stringify(body),
	});
	return (await answer.json()) as IDataObject;
}

/** Runs an operation with each of these parameters. */
export async function runAll(
	run: RunOperation,
	...parameters: INodeParameters[]
): Promise<IDataObject[]> {
	const outputs = [];
	for (const each of parameters) outputs.push(...(await run(each)));
	return outputs;
}

/** The outputs of Code: Verify: the code of this call, and a challenge that is none. */
export const codeVerify =
	(call: INodeParameters): Outputs =>
	async (run, { state }) => {
		const [{ challenge }] = await run(call);
		const { code } = state.inbox[0];
		const verify = { resource: 'code', operation: 'verify', code };
		return await runAll(
			run,
			{ ...verify, challenge: challenge as string },
			{ ...verify, challenge: 'malformed' },
		);
	};

/** The outputs of Number: Check: a number that is reached, one that is not, and none. */
export const numberCheck: Outputs = async (run) => {
	const check = { resource: 'number', operation: 'check' };
	const numbers = [VIETNAM, '+979 123 456 789', 'N/A'];
	return await runAll(run, ...numbers.map((phoneNumber) => ({ ...check, phoneNumber })));
};

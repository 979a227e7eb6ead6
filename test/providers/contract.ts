import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Answer } from '../../nodes/shared/provider';
import type { Becomes } from '../engine/faults/fault';
import type { ProviderSandbox } from '../sandbox/providers/provider';
import type { Sandbox } from '../sandbox/server';

/** Everything that the tests know about a provider: `test/providers/<P>/provider.ts` exports it as `provider`. */
export interface TestedProvider {
	/** The provider's name in messages: "AntBuddy". */
	name: string;
	sandbox: ProviderSandbox;
	/** The type of its node, without the package's name: "antBuddyVoiceOtp". */
	node: string;
	credential: TestedCredential;
	/** Every operation that makes a request; the first one reaches a new recipient. */
	operations: TestedOperation[];
	/** What a request of the first operation needs beside recipient and code, by wire names. */
	sentBeside?: Record<string, string>;
	/** Runs of every operation that cover its different outputs, by `resource operation`. */
	outputs: Record<string, Outputs>;
	/** Undocumented fields in the sandbox's answers, which the output schemas need not contain. */
	madeUp?: string[];
	/** Left out if the provider sends no reports. */
	trigger?: TestedTrigger;
	/** Whether a 2xx answer says that this recipient, given as in the request, was not reached. */
	refuses?(answer: Answer, recipient: string): boolean;
}

export interface TestedCredential {
	/** The type of the credential: "antBuddyApi". */
	type: string;
	/** The ways to log in, all with valid values for the sandbox; the tests use the first. */
	logins: [TestedLogin, ...TestedLogin[]];
	/** The request of the Test button: "GET /voice-otp/". */
	test: string;
	/** Left out if each request carries the login itself. */
	token?: TestedToken;
}

export interface TestedLogin {
	/** The credential's field that selects this way, if there are several: `{ authentication: 'basic' }`. */
	chosenBy?: Record<string, string>;
	/** The typed fields except Base URL. The key of challenges is derived from them, in this order. */
	fields: Record<string, string>;
	/** The name of the secret field. */
	secret: string;
}

/** A login by a separate request, whose answer has an access token. */
export interface TestedToken {
	/** The path of the login request after the base URL. */
	path: string;
	/** The hidden field of the credential in which n8n keeps the token. */
	field: string;
	/** The fields of a second account that the sandbox knows. */
	otherAccount: Record<string, string>;
	/** The body of a possible answer to the login. */
	answer(token: string): unknown;
	/** The token in the answer of the sandbox. */
	tokenIn(answer: IDataObject): string;
	/** Whether the answer may be the token as plain text. */
	mayBeBare?: boolean;
}

export interface TestedOperation {
	/** The operation's name in the panel: "Call: Create". */
	title: string;
	/** The path of the request after the base URL. */
	path: string;
	/** Whether it reaches a phone. */
	sends: boolean;
	/** The resource, the operation and the required parameters. */
	parameters: INodeParameters;
	/** The parameters that differ between items of one run: different recipients, codes of ten digits. */
	perItem: INodeParameters[];
	/** Left out if the operation takes no phone number. */
	recipient?: TestedRecipient;
	/** The parameter for the ID of an earlier message, its label and its wire name, if the operation follows one up. */
	follows?: { parameter: string; label: string; wire: string };
	/** The wire name of the code in the request. */
	code?: string;
	/** Input items for an operation without `recipient`, each of which the sandbox accepts. */
	items?: TestedItems;
	/** Whether the operation requests page after page. */
	isPaged?: boolean;
	/** Whether a 2xx answer with this body says that the code is right; for an operation with which the provider verifies. */
	saysRight?(body: object): boolean;
	/**
	 * Documented answers, refusals included, from which the fuzz tests generate others. The first is a success for any
	 * request. \uE000 and the characters after it stand for values of the request: test/fuzz/support/echo.ts.
	 */
	documented: unknown[];
	/** The fields of the output that the node adds. */
	own: string[];
	/** The outcome of an item under faults of test/engine/faults/table, by fault, if it is not the usual outcome. */
	becomes?: Record<string, Becomes>;
}

export interface TestedRecipient {
	/** The parameter for the number, its label, and the fields of the request that may carry it. */
	parameter: string;
	label: string;
	wire: string[];
	/** Whether the parameter takes several numbers. */
	takesMany?: boolean;
	/** The country of numbers without a country code; left out if the country code is required. */
	defaultCountry?: 'VN' | 'TH';
	/** Whether the provider reaches only that country. */
	isOnlyCountry?: boolean;
	/** Whether the provider sends SMS, which landlines cannot receive. */
	isText?: boolean;
	/** Converts a number from E.164 to the provider's form. */
	form(e164: string): string;
	/** The pattern of every number in a request. */
	pattern: RegExp;
	/** The nth of a million recipients: as a person types the number, and the digits by which the sandbox counts it. */
	typed(n: number): string;
	counted(n: number): string;
}

export interface TestedItems {
	/** Parameters that read the item. */
	parameters: INodeParameters;
	/** Makes the nth item, and prepares the sandbox for it. */
	make(sandbox: Sandbox, n: number): Promise<TestedItem>;
}

export interface TestedItem {
	json: IDataObject;
	/** The digits by which the sandbox counts the recipient. */
	to: string;
	/** The code in the item, if it has one. */
	code?: string;
}

/** The trigger node for the provider's reports. */
export interface TestedTrigger {
	/** The type of the trigger, without the package's name. */
	node: string;
	/** The options of the first operation that request a report to this address. */
	options(url: string): INodeParameters;
	/** Some fields of the trigger's output for the sandbox's usual report. */
	usual: IDataObject;
	/** Reports of two outcomes; their texts may contain `REPORTED_CODE`. */
	reports: [TestedReport, TestedReport];
	/** More documented or possible bodies, from which the fuzz tests generate others. */
	documented: unknown[];
	/** Whether the output for this body may contain the code, which is masked only in the text of messages. */
	tellsCode?(body: unknown): boolean;
}

export interface TestedReport {
	body: object;
	/** Some fields of the trigger's output, including `status`. */
	item: IDataObject & { status: string };
}

/** Runs an operation. @returns the json of each output item */
export type RunOperation = (parameters: INodeParameters) => Promise<IDataObject[]>;

export type Outputs = (run: RunOperation, sandbox: Sandbox) => Promise<IDataObject[]>;

import type { IDataObject } from 'n8n-workflow';
import { carriesRefusal } from '../../../nodes/shared/answer/signs';
import type { Answer } from '../../../nodes/shared/provider';
import { isRecord, plainText } from '../../../nodes/shared/values';
import { codeVerify, numberCheck, runAll } from '../runs';
import { sixDigits, THAILAND, VIETNAM } from '../samples';
import type { TestedOperation, TestedProvider } from '../contract';
import { trigger } from './reports';
import { account, sandbox } from './sandbox';

export const CALLER = '+31201234567';

const { productToken, bearerToken, username, password } = account;
const call = { resource: 'call', operation: 'create', caller: CALLER, callees: VIETNAM };

const REFUSALS = [
	{ message: 'Not today' },
	{ messages: [{ to: VIETNAM, messageDetails: 'Unknown number', errorCode: 101 }] },
	{ details: 'Not JSON', errorCode: 7 },
];
const event = {
	...{ type: 'call-queued', 'call-id': 'c1', 'instruction-id': null, caller: CALLER },
	...{ callee: VIETNAM, success: true },
};
const refusedEvent = { ...event, success: false, error: { message: 'No', code: 7 } };

const create: TestedOperation = {
	title: 'Call: Create',
	path: '/OTP',
	sends: true,
	parameters: call,
	perItem: ['+84919273027', '+84919273028, +66812345678', '+84919273029'].map((callees) => ({
		callees,
	})),
	recipient: {
		parameter: 'callees',
		label: 'Callees',
		wire: ['callee', 'callees'],
		takesMany: true,
		form: (e164) => e164,
		pattern: /^\+[1-9]\d{5,14}$/,
		typed: (n) => `+84919${sixDigits(n)}`,
		counted: (n) => `84919${sixDigits(n)}`,
	},
	code: 'code',
	documented: [
		{ type: 'call-queued', 'call-id': 'c1', success: true },
		event,
		[event, { ...event, callee: THAILAND }],
		[event, { ...refusedEvent, callee: THAILAND }],
		refusedEvent,
		[refusedEvent],
		{ ...event, callee: '\uE000' },
		...REFUSALS,
	],
	own: ['phoneNumber', 'challenge', 'expiresAt', 'codeLength'],
	becomes: {
		'numbers for texts': 'unknown',
		'null everywhere': 'unknown',
		'an empty object': 'unknown',
	},
};

const digits = (text: unknown) => plainText(text).replace(/\D/g, '');

/** Whether the answer says that there is no call to this recipient, or none for the whole request. */
function refuses({ body }: Answer, recipient: string): boolean {
	const isSuccess = (one: IDataObject) => /^\s*(true|1)\s*$/i.test(plainText(one.success));
	const isNo = (one: IDataObject) => !isSuccess(one) && carriesRefusal(one);
	const events = [body].flat().filter(isRecord);
	const named = events.filter((one) => digits(one.callee) === digits(recipient));
	return named.length > 0
		? named.every(isNo)
		: events.some((one) => isNo(one) && plainText(one.callee) === '');
}

/** CM.com's Voice OTP Advanced; see docs/providers/cm.md. */
export const provider: TestedProvider = {
	name: 'CM.com',
	sandbox,
	node: 'voiceOtpAdvanced',
	credential: {
		type: 'cmVoiceApi',
		logins: [
			{
				chosenBy: { authentication: 'productToken' },
				fields: { productToken },
				secret: 'productToken',
			},
			{ chosenBy: { authentication: 'bearer' }, fields: { token: bearerToken }, secret: 'token' },
			{
				chosenBy: { authentication: 'basic' },
				fields: { username, password },
				secret: 'password',
			},
		],
		test: 'POST /OTP',
	},
	operations: [create],
	sentBeside: { caller: CALLER, 'code-type': 'Default' },
	outputs: {
		'call create': async (run) =>
			await runAll(
				run,
				{ ...call, options: { instructionId: 'order 1' } },
				{ ...call, callees: `${VIETNAM}, ${THAILAND}` },
			),
		'code verify': codeVerify(call),
		'number check': numberCheck,
	},
	trigger,
	refuses,
};

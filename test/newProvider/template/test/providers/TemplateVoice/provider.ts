import { carriesRefusal } from '../../../nodes/shared/answer/signs';
import { codeVerify, numberCheck } from '../runs';
import { sixDigits, VIETNAM } from '../samples';
import type { TestedOperation, TestedProvider } from '../contract';
import { account, sandbox } from './sandbox';

const call = { resource: 'call', operation: 'create', phoneNumber: VIETNAM };

// One for each operation of yours that makes a request.
const create: TestedOperation = {
	title: 'Call: Create',
	path: '/calls',
	sends: true,
	parameters: call,
	perItem: ['+84919273027', '+84 919 273 028', '+66812345678'].map((phoneNumber) => ({
		phoneNumber,
	})),
	recipient: {
		parameter: 'phoneNumber',
		label: 'Phone Number',
		wire: ['to'],
		form: (e164) => e164,
		pattern: /^\+[1-9]\d{6,14}$/,
		typed: (n) => `+84919${sixDigits(n)}`,
		counted: (n) => `84919${sixDigits(n)}`,
	},
	code: 'code',
	// Answers that your provider's document shows, with \uE000 where it repeats what was sent.
	documented: [
		{ id: 'c1', to: '\uE000', status: 'queued' },
		{ error: { message: 'Not today' } },
		{ error: { message: 'Cannot call \uE000' } },
	],
	own: ['phoneNumber', 'challenge', 'expiresAt', 'codeLength'],
	// An answer without an ID does not say whether there is a call.
	becomes: { 'null everywhere': 'unknown', 'an empty object': 'unknown' },
};

/** Template Voice; see docs/providers/templateVoice.md. */
export const provider: TestedProvider = {
	name: 'Template Voice',
	sandbox,
	node: 'templateVoice',
	credential: {
		type: 'templateVoiceApi',
		logins: [{ fields: account, secret: 'token' }],
		test: 'GET /account',
	},
	operations: [create],
	// What is run for the output schemas: every way that gives different outputs.
	outputs: {
		'call create': async (run) => await run(call),
		'code verify': codeVerify(call),
		'number check': numberCheck,
	},
	// Left out where your provider never says no with HTTP 200.
	refuses: ({ body }) => carriesRefusal(body),
};

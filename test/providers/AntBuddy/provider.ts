import { carriesRefusal } from '../../../nodes/shared/answer/signs';
import { codeVerify, numberCheck, postJson, runAll } from '../runs';
import { sixDigits, VIETNAM } from '../samples';
import type { TestedItems, TestedOperation, TestedProvider } from '../contract';
import { account, sandbox, secondAccount } from './sandbox';

const call = { resource: 'call', operation: 'create', phoneNumber: VIETNAM };
const getAll = { resource: 'call', operation: 'getAll' };
const national = (n: number) => `0919${sixDigits(n)}`;

/** Places a call that Get Many then lists. */
const placedCall: TestedItems['make'] = async ({ baseUrls }, n) => {
	const url = baseUrls[sandbox.name];
	const login = await postJson(`${url}/get-token/`, account);
	const authorization = `Bearer ${String(login.access_token)}`;
	await postJson(`${url}/voice-otp/`, { alarm_phonenumber: national(n) }, { authorization });
	return { json: {}, to: national(n) };
};

const REFUSALS = [
	{ detail: 'Not found.' },
	{ detail: 'Invalid token.' },
	{ non_field_errors: ['Unable to log in.'] },
	{ alarm_phonenumber: ['This field is required.', 'Got \uE000'] },
	{ message: 'Not today' },
];
const made = {
	alarm_phonenumber: '0919273027',
	otp: '\uE000',
	maxretry: 0,
	id: 7,
	status: 'queued',
};

const create: TestedOperation = {
	title: 'Call: Create',
	path: '/voice-otp/',
	sends: true,
	parameters: call,
	perItem: ['0919273027', '+84 919 273 028', '84919273029'].map((phoneNumber) => ({ phoneNumber })),
	recipient: {
		parameter: 'phoneNumber',
		label: 'Phone Number',
		wire: ['alarm_phonenumber'],
		defaultCountry: 'VN',
		isOnlyCountry: true,
		form: (e164) => e164.replace(/^\+84/, '0'),
		pattern: /^0\d{8,10}$/,
		typed: national,
		counted: national,
	},
	code: 'otp',
	documented: [made, [made], { data: made }, ...REFUSALS],
	own: ['phoneNumber', 'challenge', 'expiresAt', 'codeLength'],
	// The answer is not documented: what says nothing against the call is a yes.
	becomes: {
		'an empty list': 'output',
		'200 with nothing': 'output',
		'200 with blanks': 'output',
		'204': 'output',
		'200 with null': 'output',
		'200 with a JSON text': 'output',
		'200 with plain text': 'output',
	},
};

const getMany: TestedOperation = {
	title: 'Call: Get Many',
	path: '/voice-otp/',
	sends: false,
	parameters: getAll,
	perItem: [{ limit: 3 }, { limit: 3 }],
	isPaged: true,
	items: { parameters: { limit: 1 }, make: placedCall },
	documented: [
		[made, made],
		{ count: 2, next: null, previous: null, results: [made, made] },
		{ count: 2, next: 'https://alice.example.com/rest-api/voice-otp/?page=2', results: [made] },
		{ data: [made] },
		{ data: { results: [made] }, next: '?page=2' },
		...REFUSALS,
	],
	own: [],
	becomes: { 'an empty object': 'none', 'an empty list': 'none' },
};

/** AntBuddy Voice OTP; see docs/providers/antbuddy.md. */
export const provider: TestedProvider = {
	name: 'AntBuddy',
	sandbox,
	node: 'antBuddyVoiceOtp',
	credential: {
		type: 'antBuddyApi',
		logins: [{ fields: account, secret: 'password' }],
		test: 'GET /voice-otp/',
		token: {
			path: '/get-token/',
			field: 'accessToken',
			otherAccount: secondAccount,
			answer: (token) => ({ token }),
			tokenIn: ({ access_token: token }) => String(token),
			mayBeBare: true,
		},
	},
	operations: [create, getMany],
	outputs: {
		'call create': async (run) => await runAll(run, call, { ...call, codeSource: 'provider' }),
		'call getAll': async (run) => {
			await run(call);
			return await run(getAll);
		},
		'code verify': codeVerify(call),
		'number check': numberCheck,
	},
	refuses: ({ body, text }) => carriesRefusal(body ?? text),
	madeUp: ['id', 'otp', 'status', 'created_date'],
};

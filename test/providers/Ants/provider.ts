import { ants } from '../../../nodes/Ants/provider';
import { carriesRefusal } from '../../../nodes/shared/answer/signs';
import { numberCheck, postJson, runAll } from '../runs';
import { THAILAND } from '../samples';
import type { TestedItems, TestedOperation, TestedProvider } from '../contract';
import { trigger } from './reports';
import { account, antsLogin, sandbox } from './sandbox';
import { ANTS_STATUSES } from './sandbox/statuses';

const { otcId, username, password } = account;
const subscriber = (n: number) => String(n).padStart(7, '0');

const request = { resource: 'otp', operation: 'request', otcId, mobile: THAILAND };
const resend = { resource: 'otp', operation: 'resend', otcId };
const verify = {
	...{ resource: 'otp', operation: 'verify' },
	...{ otpId: '0c342e74-a9c7-4bbd-8da4-b36a49bbc0d6', otpCode: '79895' },
};

/** Sends an OTP for the operations that follow it up. */
const requestedOtp: TestedItems['make'] = async ({ baseUrls, state }, n) => {
	const to = `6681${subscriber(n)}`;
	const { otpId } = await postJson(
		`${baseUrls[sandbox.name]}/otp/requestOTP`,
		{ otcId, mobile: to },
		antsLogin,
	);
	const { code } = state.inbox.find(({ id }) => id === otpId)!;
	return { json: { otpId, otpCode: code }, to, code };
};

const sentOtp = { otcId, otpId: verify.otpId, referenceCode: 'IpA6k' };
const statuses = Object.entries(ANTS_STATUSES).flatMap(([code, { en, th }]) => [
	{ error: { message: en, description: '' } },
	{ error: { code, message: th, description: en } },
	{ status: { code: Number(code), message: en, description: th } },
]);
const otpSent = [
	{ ...sentOtp, success: { message: 'success', description: '' } },
	{ ...sentOtp, status: { message: 'Success', description: '' } },
	...statuses,
];
const verified = { otpId: verify.otpId, result: true, isErrorCount: false, isExprCode: false };

/** The outcome of answers that do not say, as documented, whether a code was sent or is right. */
const becomes = {
	'null everywhere': 'unknown',
	'a list for an object and an object for a list': 'unknown',
	'an empty object': 'unknown',
} as const;

const isYes = (value: unknown) =>
	typeof value !== 'object' && /^\s*(true|1)\s*$/i.test(String(value));

/** Whether `result` is true and no other field contradicts it; the keys may have spaces around them. */
function saysRight(body: object): boolean {
	const valuesOf = (name: string) =>
		Object.entries(body).flatMap(([key, value]) => (key.trim() === name ? [value] : []));
	const against = ['isErrorCount', 'isExprCode'].flatMap((name) => valuesOf(name).slice(-1));
	return valuesOf('result').some(isYes) && !against.some(isYes);
}

const operations: TestedOperation[] = [
	{
		title: 'OTP: Request',
		path: '/otp/requestOTP',
		sends: true,
		parameters: request,
		perItem: ['081 234 5678', '+66812345679', '66812345670'].map((mobile) => ({ mobile })),
		recipient: {
			parameter: 'mobile',
			label: 'Mobile',
			wire: ['mobile'],
			defaultCountry: 'TH',
			isText: true,
			form: (e164) => e164.slice(1),
			pattern: /^[1-9]\d{5,14}$/,
			typed: (n) => `081${subscriber(n)}`,
			counted: (n) => `6681${subscriber(n)}`,
		},
		documented: otpSent,
		own: ['phoneNumber'],
		becomes,
	},
	{
		title: 'OTP: Resend',
		path: '/otp/resendOTP',
		sends: true,
		parameters: resend,
		perItem: ['first', 'second'].map((otpId) => ({ resendBy: 'otpId', otpId })),
		follows: { parameter: 'otpId', label: 'OTP ID', wire: 'otpId' },
		items: {
			parameters: { resendBy: 'otpId', otpId: '={{ $json.otpId }}' },
			make: requestedOtp,
		},
		documented: otpSent,
		own: [],
		becomes,
	},
	{
		title: 'OTP: Verify',
		path: '/otp/verifyOTP',
		sends: false,
		parameters: verify,
		perItem: ['8301927465', '6574-839-201', '1098 765432'].map((otpCode) => ({ otpCode })),
		follows: { parameter: 'otpId', label: 'OTP ID', wire: 'otpId' },
		code: 'otpCode',
		items: {
			parameters: { otpId: '={{ $json.otpId }}', otpCode: '={{ $json.otpCode }}' },
			make: requestedOtp,
		},
		documented: [
			...Array(8).fill(verified),
			...Array(4).fill({ ...verified, result: false }),
			{ ...verified, result: false, isErrorCount: true },
			{ ...verified, result: false, isExprCode: true },
			{ otpId: verify.otpId, result: true, ' isErrorCount': true, isExprCode: false },
			...statuses,
		],
		own: ['verified', 'reason'],
		saysRight,
		becomes,
	},
];

/** ANTS SMS OTP; see docs/providers/ants.md. */
export const provider: TestedProvider = {
	name: 'ANTS',
	sandbox,
	node: 'antsSmsOtp',
	credential: {
		type: 'antsApi',
		logins: [{ fields: { username, password }, secret: 'password' }],
		test: 'POST /account/balance',
	},
	operations,
	sentBeside: { otcId },
	outputs: {
		'number check': numberCheck,
		'otp request': async (run) => await run(request),
		'otp resend': async (run) => {
			await run(request);
			const [first] = await run(resend);
			const byId = { ...resend, resendBy: 'otpId', otpId: first.otpId as string };
			return [first, ...(await run(byId))];
		},
		'otp verify': async (run, { state }) => {
			const [made] = await run(request);
			const right = { ...verify, otpId: made.otpId as string, otpCode: state.inbox[0].code };
			const [wrong, unknown] = [{ otpCode: 'mismatch' }, { otpId: 'not found' }];
			return await runAll(run, { ...right, ...wrong }, right, { ...right, ...unknown });
		},
	},
	trigger,
	refuses: (answer) =>
		ants.readRefusal!(answer) !== undefined || carriesRefusal(answer.body ?? answer.text),
};

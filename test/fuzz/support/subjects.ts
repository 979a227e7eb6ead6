import type { ICredentialDataDecryptedObject, IDataObject, INodeType } from 'n8n-workflow';
import { AntBuddyVoiceOtp } from '../../../nodes/AntBuddy/AntBuddyVoiceOtp.node';
import { AntsSmsOtp } from '../../../nodes/Ants/AntsSmsOtp.node';
import { STATUSES } from '../../../nodes/Ants/statusCodes';
import { VoiceOtpAdvanced } from '../../../nodes/VoiceOtpAdvanced/VoiceOtpAdvanced.node';
import { CALLER, OTC_ID } from '../../support/operations';
import type { Hidden } from './echo';

/** One operation, and what its provider's document shows as answers to it. */
export interface Subject {
	node: INodeType;
	/** The name users know. */
	provider: 'AntBuddy' | 'ANTS' | 'CM.com';
	sends: boolean;
	credential: ICredentialDataDecryptedObject;
	/** What is secret in the credential. */
	secrets: Omit<Hidden, 'code'>;
	parameters: IDataObject;
	/** What makes one item different from the next; all with codes of ten digits. */
	perItem: IDataObject[];
	/** The code in a request's body; empty where there is none. */
	codeIn(body: IDataObject): string;
	/** The recipients or IDs that a request is about. */
	targetsIn(body: IDataObject): string[];
	documented: unknown[];
}

const PASSWORD = 'Kx7-a-long-password-w9';
const TOKEN = 'Qz3-a-long-token-v8';
const USERNAME = 'somebody';

const secrets = {
	password: PASSWORD,
	token: TOKEN,
	basic: Buffer.from(`${USERNAME}:${PASSWORD}`).toString('base64'),
};

const login = { username: USERNAME, password: PASSWORD };
const REFUSALS = [
	{ detail: 'Not found.' },
	{ detail: 'Invalid token.' },
	{ non_field_errors: ['Unable to log in.'] },
	{ alarm_phonenumber: ['This field is required.', 'Got \uE000'] },
	{ message: 'Not today' },
	{ messages: [{ to: '+84919273027', messageDetails: 'Unknown number', errorCode: 101 }] },
	{ details: 'Not JSON', errorCode: 7 },
];

const call = {
	alarm_phonenumber: '0919273027',
	otp: '\uE000',
	maxretry: 0,
	id: 7,
	status: 'queued',
};
const antBuddy = {
	node: new AntBuddyVoiceOtp(),
	provider: 'AntBuddy' as const,
	secrets,
	credential: { ...login, accessToken: TOKEN, baseUrl: 'https://alice.example.com/rest-api' },
};
const longCode = { codeLength: 10 };

export const antBuddyCreate: Subject = {
	...antBuddy,
	sends: true,
	parameters: { resource: 'call', operation: 'create', options: longCode },
	perItem: ['0919273027', '+84 919 273 028', '84919273029'].map((phoneNumber) => ({ phoneNumber })),
	codeIn: ({ otp }) => String(otp ?? ''),
	targetsIn: ({ alarm_phonenumber: number }) => [String(number)],
	documented: [call, [call], { data: call }, ...REFUSALS],
};

export const antBuddyGetAll: Subject = {
	...antBuddy,
	sends: false,
	parameters: { resource: 'call', operation: 'getAll', limit: 3 },
	perItem: [{}, {}],
	codeIn: () => '',
	targetsIn: () => [],
	documented: [
		[call, call],
		{ count: 2, next: null, previous: null, results: [call, call] },
		{ count: 2, next: 'https://alice.example.com/rest-api/voice-otp/?page=2', results: [call] },
		{ data: [call] },
		{ data: { results: [call] }, next: '?page=2' },
		...REFUSALS,
	],
};

const ants = {
	node: new AntsSmsOtp(),
	provider: 'ANTS' as const,
	secrets: { ...secrets, token: '' },
	credential: { ...login, baseUrl: 'https://ants.example.com' },
};
const sentOtp = {
	otcId: OTC_ID,
	otpId: '0c342e74-a9c7-4bbd-8da4-b36a49bbc0d6',
	referenceCode: 'IpA6k',
};
const antsStatuses = STATUSES.flatMap(({ code, english, thai }) => [
	{ error: { message: english, description: '' } },
	{ error: { code, message: thai, description: english } },
	{ status: { code: Number(code), message: english, description: thai } },
]);
const otpSent = [
	{ ...sentOtp, success: { message: 'success', description: '' } },
	{ ...sentOtp, status: { message: 'Success', description: '' } },
	...antsStatuses,
];

export const antsRequest: Subject = {
	...ants,
	sends: true,
	parameters: { resource: 'otp', operation: 'request', otcId: OTC_ID },
	perItem: ['081 234 5678', '+66812345679', '66812345670'].map((mobile) => ({ mobile })),
	codeIn: () => '',
	targetsIn: ({ mobile }) => [String(mobile)],
	documented: otpSent,
};

export const antsResend: Subject = {
	...ants,
	sends: true,
	parameters: { resource: 'otp', operation: 'resend', resendBy: 'otpId' },
	perItem: ['first', 'second'].map((otpId) => ({ otpId })),
	codeIn: () => '',
	targetsIn: ({ otpId }) => [String(otpId)],
	documented: otpSent,
};

const verified = { otpId: sentOtp.otpId, result: true, isErrorCount: false, isExprCode: false };

export const antsVerify: Subject = {
	...ants,
	sends: false,
	parameters: { resource: 'otp', operation: 'verify', otpId: sentOtp.otpId },
	perItem: ['8301927465', '6574-839-201', '1098 765432'].map((otpCode) => ({ otpCode })),
	codeIn: ({ otpCode }) => String(otpCode),
	targetsIn: () => [],
	documented: [
		...Array(8).fill(verified),
		...Array(4).fill({ ...verified, result: false }),
		{ ...verified, result: false, isErrorCount: true },
		{ ...verified, result: false, isExprCode: true },
		{ otpId: verified.otpId, result: true, ' isErrorCount': true, isExprCode: false },
		...antsStatuses,
	],
};

const event = {
	...{ type: 'call-queued', 'call-id': 'c1', 'instruction-id': null, caller: CALLER },
	...{ callee: '+84919273027', success: true },
};
const refusedEvent = { ...event, success: false, error: { message: 'No', code: 7 } };

export const cmCreate: Subject = {
	node: new VoiceOtpAdvanced(),
	provider: 'CM.com',
	sends: true,
	secrets: { password: '', token: TOKEN, basic: '' },
	credential: {
		...{ authentication: 'productToken', productToken: TOKEN },
		baseUrl: 'https://api.example.com/voiceapi/v2',
	},
	parameters: { resource: 'call', operation: 'create', caller: CALLER, options: longCode },
	perItem: ['+84919273027', '+84919273028, +66812345678', '+84919273029'].map((callees) => ({
		callees,
	})),
	codeIn: ({ code }) => String(code ?? ''),
	targetsIn: ({ callee, callees }) => [callee ?? callees].flat().map(String),
	documented: [
		event,
		[event, { ...event, callee: '+66812345678' }],
		[event, { ...refusedEvent, callee: '+66812345678' }],
		refusedEvent,
		[refusedEvent],
		{ ...event, callee: '\uE000' },
		...REFUSALS,
	],
};

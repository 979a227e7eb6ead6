import type { ICredentialDataDecryptedObject, IDataObject, INodeParameters } from 'n8n-workflow';
import { account as antBuddyAccount } from '../../providers/AntBuddy/sandbox';
import { account as antsAccount } from '../../providers/Ants/sandbox';
import { account as cmAccount } from '../../providers/VoiceOtpAdvanced/sandbox';
import { basicAuthorization } from '../../sandbox/providers/http';
import type { Sandbox } from '../../sandbox/server';
import type { NodeRun } from '../../support/engine';
import { CALLER, OTC_ID } from '../../support/operations';

export type SubjectName =
	| 'antBuddy call/create'
	| 'antBuddy call/getAll'
	| 'ants otp/request'
	| 'ants otp/resend'
	| 'ants otp/verify'
	| 'cm call/create';

/** An operation under faults. */
export interface Subject {
	name: SubjectName;
	type: NodeRun['type'];
	sends: boolean;
	/** How the address of its request ends. */
	path: string;
	parameters: INodeParameters;
	login: ICredentialDataDecryptedObject;
	basePath: string;
	/** The input of one item; `to` is the recipient as the sandbox counts it. */
	newItem(sandbox: Sandbox): Promise<IDataObject & { to: string }>;
}

let numbers = 0;
const newNumber = () => String(++numbers).padStart(6, '0');

/** An OTP that was sent before the run, for the operations that follow it up. */
async function requestedOtp({ baseUrls, state }: Sandbox) {
	const to = `66810${newNumber()}`;
	const answer = await fetch(`${baseUrls.ants}/otp/requestOTP`, {
		method: 'POST',
		headers: {
			'content-type': 'application/json',
			authorization: basicAuthorization(antsAccount),
		},
		body: JSON.stringify({ otcId: OTC_ID, mobile: to }),
	});
	const { otpId } = (await answer.json()) as { otpId: string };
	const otpCode = state.inbox.find(({ id }) => id === otpId)!.code;
	return { to, otpId, otpCode };
}

const antBuddy = {
	type: 'antBuddyVoiceOtp' as const,
	basePath: '/antbuddy/rest-api',
	path: '/voice-otp/',
	login: { ...antBuddyAccount },
	newItem: async () => ({ to: `0919${newNumber()}` }),
};
const ants = {
	type: 'antsSmsOtp' as const,
	basePath: '/ants',
	login: { username: antsAccount.username, password: antsAccount.password },
};

export const SUBJECTS: Subject[] = [
	{
		...antBuddy,
		name: 'antBuddy call/create',
		sends: true,
		parameters: { resource: 'call', operation: 'create', phoneNumber: '={{ $json.to }}' },
	},
	{
		...antBuddy,
		name: 'antBuddy call/getAll',
		sends: false,
		parameters: { resource: 'call', operation: 'getAll', limit: 1 },
	},
	{
		...ants,
		name: 'ants otp/request',
		sends: true,
		path: '/otp/requestOTP',
		parameters: {
			...{ resource: 'otp', operation: 'request', otcId: OTC_ID },
			mobile: '=+{{ $json.to }}',
		},
		newItem: async () => ({ to: `66810${newNumber()}` }),
	},
	{
		...ants,
		name: 'ants otp/resend',
		sends: true,
		path: '/otp/resendOTP',
		parameters: {
			...{ resource: 'otp', operation: 'resend', resendBy: 'otpId' },
			otpId: '={{ $json.otpId }}',
		},
		newItem: requestedOtp,
	},
	{
		...ants,
		name: 'ants otp/verify',
		sends: false,
		path: '/otp/verifyOTP',
		parameters: {
			...{ resource: 'otp', operation: 'verify' },
			...{ otpId: '={{ $json.otpId }}', otpCode: '={{ $json.otpCode }}' },
		},
		newItem: requestedOtp,
	},
	{
		name: 'cm call/create',
		type: 'voiceOtpAdvanced',
		sends: true,
		basePath: '/cm/voiceapi/v2',
		path: '/OTP',
		login: { productToken: cmAccount.productToken },
		parameters: {
			...{ resource: 'call', operation: 'create', caller: CALLER },
			callees: '=+{{ $json.to }}',
		},
		newItem: async () => ({ to: `84919${newNumber()}` }),
	},
];

import type { INodeParameters } from 'n8n-workflow';
import { account as ants } from '../providers/Ants/sandbox';
import type { NodeRun } from './engine';

/** One operation, with what it needs at least to be carried out. */
export interface OperationCase {
	name: string;
	type: NodeRun['type'];
	/** Its name in messages. */
	provider: string;
	/** Whether it reaches a phone. */
	sends: boolean;
	/** Behind the provider's base URL. */
	path: string;
	parameters: INodeParameters;
}

export const CALLER = '+31201234567';
export const OTC_ID = ants.otcId;

/** Numbers in Vietnam and Thailand as the providers' own documents write them, or close to it. */
export const VIETNAM = '+84919273027';
export const THAILAND = '+66812345678';

export const antBuddyCreate: OperationCase = {
	name: 'AntBuddy Call: Create',
	type: 'antBuddyVoiceOtp',
	provider: 'AntBuddy',
	sends: true,
	path: '/voice-otp/',
	parameters: { resource: 'call', operation: 'create', phoneNumber: VIETNAM },
};

export const antBuddyGetAll: OperationCase = {
	name: 'AntBuddy Call: Get Many',
	type: 'antBuddyVoiceOtp',
	provider: 'AntBuddy',
	sends: false,
	path: '/voice-otp/',
	parameters: { resource: 'call', operation: 'getAll' },
};

export const antsRequest: OperationCase = {
	name: 'ANTS OTP: Request',
	type: 'antsSmsOtp',
	provider: 'ANTS',
	sends: true,
	path: '/otp/requestOTP',
	parameters: { resource: 'otp', operation: 'request', otcId: OTC_ID, mobile: THAILAND },
};

export const antsResend: OperationCase = {
	name: 'ANTS OTP: Resend',
	type: 'antsSmsOtp',
	provider: 'ANTS',
	sends: true,
	path: '/otp/resendOTP',
	parameters: { resource: 'otp', operation: 'resend', otcId: OTC_ID },
};

export const antsVerify: OperationCase = {
	name: 'ANTS OTP: Verify',
	type: 'antsSmsOtp',
	provider: 'ANTS',
	sends: false,
	path: '/otp/verifyOTP',
	parameters: {
		resource: 'otp',
		operation: 'verify',
		otpId: '0c342e74-a9c7-4bbd-8da4-b36a49bbc0d6',
		otpCode: '79895',
	},
};

export const cmCreate: OperationCase = {
	name: 'CM.com Call: Create',
	type: 'voiceOtpAdvanced',
	provider: 'CM.com',
	sends: true,
	path: '/OTP',
	parameters: { resource: 'call', operation: 'create', caller: CALLER, callees: VIETNAM },
};

/** Every operation that makes a request. */
export const REQUESTING = [
	antBuddyCreate,
	antBuddyGetAll,
	antsRequest,
	antsResend,
	antsVerify,
	cmCreate,
];

/** Every operation that is told a phone number, and the parameter it has it in. */
export const REACHING = [
	{ ...antBuddyCreate, parameter: 'phoneNumber', label: 'Phone Number', wire: 'alarm_phonenumber' },
	{ ...antsRequest, parameter: 'mobile', label: 'Mobile', wire: 'mobile' },
	{ ...cmCreate, parameter: 'callees', label: 'Callees', wire: 'callee' },
];

import type { VerificationProvider } from '../shared/verification/verificationProvider';
import { create } from './call/create.operation';
import { caller, reached } from './call/recipients';
import { testCmVoiceApi } from './credentialTest';
import { cmVoice } from './provider';

/** CM.com in the Phone Verification Trigger: it calls, and reads out the trigger's codes. */
export const verification: VerificationProvider = {
	value: 'cmVoice',
	provider: cmVoice,
	channel: 'call',
	reached,
	fields: [caller],
	credentialTest: { testCmVoiceApi },
	send: create,
	parametersOf: ({ phoneNumber, code, fields }) => ({
		...{ ...fields, callees: phoneNumber, codeSource: 'own', code },
	}),
};

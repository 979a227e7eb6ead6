import type { VerificationProvider } from '../shared/verification/verificationProvider';
import { create, reached } from './call/create.operation';
import { testAntBuddyApi } from './login/credentialTest';
import { antBuddy } from './provider';

/** AntBuddy in the Phone Verification Trigger: it calls, and reads out the trigger's codes. */
export const verification: VerificationProvider = {
	value: 'antBuddy',
	provider: antBuddy,
	channel: 'call',
	reached,
	fields: [],
	credentialTest: { testAntBuddyApi },
	send: create,
	parametersOf: ({ phoneNumber, code }) => ({ phoneNumber, codeSource: 'own', code }),
};

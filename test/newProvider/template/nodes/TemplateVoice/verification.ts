import type { VerificationProvider } from '../shared/verification/verificationProvider';
import { create, reached } from './call/create.operation';
import { testTemplateVoiceApi } from './credentialTest';
import { templateVoice } from './provider';

// Makes the Phone Verification Trigger offer your provider. One that checks codes itself has a `check`, as nodes/Ants has.
export const verification: VerificationProvider = {
	value: 'templateVoice',
	provider: templateVoice,
	channel: 'call',
	reached,
	fields: [],
	credentialTest: { testTemplateVoiceApi },
	send: create,
	parametersOf: ({ phoneNumber, code }) => ({ phoneNumber, codeSource: 'own', code }),
};

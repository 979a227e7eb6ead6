import type { VerificationProvider } from '../shared/verification/verificationProvider';
import { plainText } from '../shared/values';
import { testAntsApi } from './credentialTest';
import { otcId } from './otp/fields';
import { reached, request } from './otp/request.operation';
import { verify } from './otp/verify.operation';
import { ants } from './provider';

/** ANTS in the Phone Verification Trigger: it texts codes that it makes and checks itself. */
export const verification: VerificationProvider = {
	value: 'ants',
	provider: ants,
	channel: 'text',
	reached,
	fields: [otcId],
	credentialTest: { testAntsApi },
	send: request,
	parametersOf: ({ phoneNumber, fields }) => ({ ...fields, mobile: phoneNumber }),
	check: {
		operation: verify,
		idIn: ({ otpId }) => plainText(otpId),
		parametersOf: (otpId, otpCode) => ({ otpId, otpCode }),
	},
};

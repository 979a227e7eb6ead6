import { oneOf, text, webAddress } from '../../../sandbox/shared/validate';
import type { Fields } from '../../../sandbox/shared/validate';

const id = { check: text({ min: 1 }) };

const callbackFields: Fields = {
	notifyUrl: { check: webAddress },
	notifyContentType: { check: oneOf('application/json') },
	callbackData: { check: text() },
};

/** Body of `POST /otp/requestOTP` (docs/providers/ants.md). */
export const requestFields: Fields = {
	otcId: { ...id, required: true },
	mobile: { check: text(), required: true },
	...callbackFields,
};

/** Body of `POST /otp/resendOTP`. */
export const resendFields: Fields = { otcId: id, otpId: id };

/** Body of `POST /otp/verifyOTP`. No message is sent, so the callback fields are accepted and ignored. */
export const verifyFields: Fields = {
	otpId: { ...id, required: true },
	otpCode: { check: text({ min: 1 }), required: true },
	...callbackFields,
};

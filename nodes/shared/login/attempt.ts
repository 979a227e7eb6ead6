import { UserError } from 'n8n-workflow';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { Failure } from '../failure';
import type { Answer } from '../provider';

/** The error for a failed login. It carries no HTTP response, so that n8n does not log in a second time. */
export class LoginFailure extends UserError {
	/**
	 * @param code the Node.js error code if the connection was never made, so that the request is repeated
	 * @param answer of the provider, without its secrets, which may ask to wait before the request is repeated
	 */
	constructor(
		readonly failure: Failure,
		readonly code = '',
		readonly answer?: Answer,
	) {
		super(failure.message, { description: failure.description });
	}
}

/**
 * Failed logins by the request's own copy of the credential. The request and `preAuthentication` share nothing but this
 * copy, and n8n 1 and 2.0 drop the cause of an error.
 */
const failures = new WeakMap<ICredentialDataDecryptedObject, LoginFailure>();

/** Notes that the login for a request failed. */
export const noteLoginFailure = (
	credential: ICredentialDataDecryptedObject,
	failure: LoginFailure,
): void => void failures.set(credential, failure);

/** The failed login of a request; undefined if there is none. */
export const loginFailureOf = (
	credential: ICredentialDataDecryptedObject,
): LoginFailure | undefined => failures.get(credential);

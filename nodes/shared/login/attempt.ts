import { UserError } from 'n8n-workflow';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { Failure } from '../failure';

/** A login that did not succeed. It carries no HTTP response, so that n8n does not log in a second time. */
export class LoginFailure extends UserError {
	/** @param code Node's code of a connection that was not made, by which the request is repeated */
	constructor(
		readonly failure: Failure,
		readonly code = '',
	) {
		super(failure.message, { description: failure.description });
	}
}

/**
 * The login that failed while a request was made, by the copy of the credential that the request has for itself: the
 * copy is all that the request and `preAuthentication` share, and n8n 1 and 2.0 drop the cause of what they throw.
 */
const failures = new WeakMap<ICredentialDataDecryptedObject, LoginFailure>();

export const noteLoginFailure = (
	credential: ICredentialDataDecryptedObject,
	failure: LoginFailure,
): void => void failures.set(credential, failure);

export const loginFailureOf = (
	credential: ICredentialDataDecryptedObject,
): LoginFailure | undefined => failures.get(credential);

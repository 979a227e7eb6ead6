import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';

/** A provider's refusal, and what the user can do about it. */
export interface Refusal {
	/** The provider's message, unchanged; left out if it is where APIs usually put it. */
	words?: string;
	/** The next step in one sentence; left out if it follows from the HTTP status alone. */
	advice?: string;
}

/**
 * A login whose token is stored in the credential and expires. If no token is stored, n8n calls the credential's
 * `preAuthentication` for a new one.
 */
export interface TokenLogin {
	/** The values that identify the credential's account: address, user name, password. */
	accountParts(credential: ICredentialDataDecryptedObject): unknown[];
	/** The token that the credential stores for its account; '' if there is none. */
	tokenIn(credential: ICredentialDataDecryptedObject): string;
	/** A copy of the credential with this token; '' removes the token. */
	withToken(
		credential: ICredentialDataDecryptedObject,
		token: string,
	): ICredentialDataDecryptedObject;
	/** Whether the provider refused the token, so that it did not process the request; left out if only a 401 says so. */
	isRefused?(answer: Answer): boolean;
}

/** What `shared/` knows about a provider; everything else stays in the provider's folder. */
export interface Provider {
	/** The provider's name, for messages. */
	name: string;
	credentialType: string;
	/** The address of the provider's API, from which the credential's Base URL starts. */
	baseUrl: string;
	/** The credential's display name, for messages. */
	credentialName: string;
	/** The login for access tokens; left out if requests carry the credential itself. */
	login?: TokenLogin;
	/** The refusal by the provider's own codes in an answer of any HTTP status; undefined if there is none. */
	readRefusal?(answer: Answer): Refusal | undefined;
	/** The secret of the credential, from which the key of challenges is derived. */
	secretOf(credential: ICredentialDataDecryptedObject): string;
}

/** A provider's answer, parsed as far as possible. */
export interface Answer {
	/** HTTP status. */
	status: number;
	/** Header names in lower case. */
	headers: Record<string, string>;
	/** The parsed JSON; undefined if the body is not a JSON object or array. */
	body?: IDataObject | unknown[];
	/** A short text body, unchanged; undefined for JSON and for web pages. */
	text?: string;
	/** What the body is, for a message: "a web page (HTML)". */
	bodyKind: string;
	/** The secrets of the request's login, which are masked in the output and in messages. */
	secrets?: string[];
}

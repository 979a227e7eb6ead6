import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';

/** A provider's refusal, and what the user can do about it. */
export interface Refusal {
	/** The provider's message, unchanged; '' if it gave none. */
	words: string;
	/** The next step in one sentence; left out if it follows from the HTTP status alone. */
	advice?: string;
}

/** What `shared/` knows about a provider; everything else stays in the provider's folder. */
export interface Provider {
	/** The provider's name, for messages. */
	name: string;
	credentialType: string;
	/** The credential's display name, for messages. */
	credentialName: string;
	/** Whether a 401 can mean that a token expired, which n8n then renews before it tries once more. */
	renewsLogin?: boolean;
	/**
	 * Marks the credential's token as refused and empties it, so that n8n asks for another before the next request. For n8n
	 * 1 and 2.0, which do not see the 401.
	 */
	refuseLogin?(credential: ICredentialDataDecryptedObject): void;
	/** Laid over the credential for every request. */
	requestFields?: ICredentialDataDecryptedObject;
	/** The refusal in an answer of any HTTP status; undefined if there is none. */
	readRefusal(answer: Answer): Refusal | undefined;
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
}

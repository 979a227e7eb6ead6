import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';

/** What a provider said when it refused, and what the user can do about it. */
export interface Refusal {
	/** The provider's own words, as they are; empty where it gave none. */
	words: string;
	/** One sentence: what to do next. Left out where the HTTP status alone tells. */
	advice?: string;
}

/** What the engine has to know of a provider; everything else stays in the provider's folder. */
export interface Provider {
	/** The name users know, for messages. */
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
	/** The refusal an answer carries, whatever its HTTP status; undefined where the body carries none. */
	readRefusal(answer: Answer): Refusal | undefined;
	/** What the credential keeps secret; the key of challenges is derived from it. */
	secretOf(credential: ICredentialDataDecryptedObject): string;
}

/** What a provider answered, read as far as it can be read. */
export interface Answer {
	/** HTTP status. */
	status: number;
	/** Header names in lower case. */
	headers: Record<string, string>;
	/** The parsed JSON; undefined where the body is not a JSON object or array. */
	body?: IDataObject | unknown[];
	/** A short text body as it came; undefined for JSON and for web pages. */
	text?: string;
	/** What the body is, in words for a message: "a web page (HTML)". */
	bodyKind: string;
}

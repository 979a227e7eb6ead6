import type { IDataObject } from 'n8n-workflow';

/** What comes to the address of the trigger. */
export interface Incoming {
	method?: string;
	headers?: Record<string, string>;
	query?: IDataObject;
	/** The body as n8n parsed it. */
	body?: unknown;
	/** The body's bytes, unless they are those of `body`. */
	raw?: Buffer;
}

/** What was answered, and what the workflow starts with. */
export interface Outgoing {
	status: number;
	headers: Record<string, string>;
	/** '' if there is none. */
	text: string;
	/** What a page says about the step before; '' if nothing. */
	notice: string;
	/** Of an answer to an app. */
	json: IDataObject;
	/** The json at each output; undefined if no workflow starts. */
	outputs?: IDataObject[][];
	/** Whether n8n answers instead, by the workflow. */
	isLeftToN8n: boolean;
}

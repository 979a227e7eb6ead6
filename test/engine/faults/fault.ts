import type { Outcome } from '../../../nodes/shared/failure';
import type { Exchange } from './gateway';
import type { Subject } from './subjects';

/** What becomes of the struck item: it fails with this outcome, or has its output (`none`: an empty one) all the same. */
export type Becomes = Outcome | 'output' | 'none';

/** One way in which an answer can go wrong. */
export interface Fault {
	name: string;
	/** Whether the provider gets the request, so that the recipient is reached. */
	reaches: boolean;
	spoil(exchange: Exchange): void;
	/** For most operations; an operation may say otherwise in its `becomes`. */
	becomes: Becomes;
	/** How often the struck item is asked for within one try; 1 unless given. */
	asked?: (subject: Subject) => number;
	/** Milliseconds the node waits for an answer; ample unless given. */
	timeout?: number;
}

/** Where the login is a token, n8n renews it after a 401 and asks once more. */
export const onceMoreWithNewToken: Fault['asked'] = ({ provider }) =>
	provider.credential.token ? 2 : 1;

type Spoil = Fault['spoil'];

/** Answers with these bytes. */
export const answer =
	(status: number, body: string | Buffer, headers: Record<string, string> = {}): Spoil =>
	({ response }) =>
		response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);

export const answerJson = (status: number, value: unknown, headers?: Record<string, string>) =>
	answer(status, JSON.stringify(value), headers);

/** Answers with what becomes of the provider's own answer. */
export const instead =
	(change: (body: string, exchange: Exchange) => string | Buffer, headers = {}): Spoil =>
	(exchange) =>
		answer(exchange.answered.status, change(exchange.answered.body, exchange), headers)(exchange);

/** Answers with the provider's own JSON, changed. */
export const insteadJson = (change: (value: unknown) => unknown): Spoil =>
	instead((body) => JSON.stringify(change(JSON.parse(body))));

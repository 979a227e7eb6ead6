import axios from 'axios';
import { setTimeout as delay } from 'node:timers/promises';

export interface WebhookAnswer {
	status: number;
	data: unknown;
}

const REGISTRATION_MS = 60_000;
/** Longer than any workflow in the tests takes to answer. */
const ANSWER_MS = 120_000;
/** n8n's answers 404 and 503 to a request for which it runs nothing yet. */
const NOT_READY = /is not registered|Database is not ready/;

/**
 * POSTs to a webhook, and repeats the request while n8n runs nothing for it: n8n registers webhooks about a second after
 * it answers the activation, and takes its database for lost after an execution that blocked it for seconds.
 */
export async function callWebhook(url: string, body: unknown): Promise<WebhookAnswer> {
	const deadline = Date.now() + REGISTRATION_MS;
	for (;;) {
		const { status, data } = await axios.post<unknown>(url, body, {
			proxy: false,
			timeout: ANSWER_MS,
			timeoutErrorMessage: `n8n did not answer POST ${url} within ${ANSWER_MS / 1000} s`,
			validateStatus: () => true,
			maxBodyLength: Infinity,
		});
		const isReady = ![404, 503].includes(status) || !NOT_READY.test(JSON.stringify(data));
		if (isReady || Date.now() > deadline) return { status, data };
		await delay(100);
	}
}

import axios from 'axios';
import { setTimeout as delay } from 'node:timers/promises';

export interface WebhookAnswer {
	status: number;
	data: unknown;
}

const REGISTRATION_MS = 60_000;
/** Longer than any workflow in the tests takes to answer. */
const ANSWER_MS = 120_000;
const NOT_REGISTERED = /is not registered/;

/**
 * POSTs to a webhook, and repeats the request while n8n answers that the webhook is not registered: n8n registers
 * webhooks about a second after it answers the activation, and has run nothing until then.
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
		const registered = status !== 404 || !NOT_REGISTERED.test(JSON.stringify(data));
		if (registered || Date.now() > deadline) return { status, data };
		await delay(100);
	}
}

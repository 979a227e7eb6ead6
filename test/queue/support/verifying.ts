import { callWebhook } from '../../host/client/webhook';
import { anotherCode } from '../../host/flows/support/flowTest';
import { eventually } from '../../host/flows/support/wait';
import type { ActiveVerification } from '../../host/verification/trigger';
import type { QueueHost, WebhookProcess } from './queueHost';

/** The number of requests to each process at the same time. */
export const BURST = 10;

/** The answer that an app gets. */
interface Answer {
	status: number;
	data: { challenge?: string; verified?: boolean; reason?: string; attemptsLeft?: number };
}

/** The request by which an app has a code checked. */
export interface Guess {
	challenge: string;
	code: string;
}

let lastNumber = 7000;

/** A mobile number to which nothing was sent before. */
export const newNumber = (): string => `+6681234${++lastNumber}`;

/** An app that verifies numbers with a trigger, and chooses the webhook process as a load balancer would. */
export class AppAt {
	constructor(
		private readonly host: Pick<QueueHost, 'sandbox' | 'client'>,
		private readonly processes: WebhookProcess[],
		private readonly trigger: ActiveVerification,
	) {}

	/** @throws when the answer is 5xx */
	async post(at: number, body: object): Promise<Answer> {
		const { pathname } = new URL(this.trigger.url);
		const answer = (await callWebhook(`${this.processes[at].url}${pathname}`, body)) as Answer;
		if (answer.status < 500) return answer;
		throw new Error(`n8n answered ${answer.status}: ${JSON.stringify(answer.data)}`);
	}

	/** Posts a request that changes the state, and waits until n8n has stored the state, which is after the answer. */
	async step(at: number, body: object): Promise<Answer> {
		const stored = await this.state();
		const answer = await this.post(at, body);
		const isStored = async () => (await this.state()) !== stored || undefined;
		await eventually(isStored, 'the state is stored');
		return answer;
	}

	/** The state of the trigger that n8n stores for all processes. */
	private async state(): Promise<string> {
		const stored: object = await this.host.client.workflows.get(this.trigger.workflow.id);
		return JSON.stringify((stored as { staticData?: object }).staticData ?? {});
	}

	/** Sends the same request to all processes, many times at once. */
	async burst(body: object): Promise<Answer[]> {
		const { length } = this.processes;
		return await Promise.all(
			Array.from({ length: BURST * length }, async (_, nth) => await this.post(nth % length, body)),
		);
	}

	/** Sends the same request to one process after the other. @returns the reasons in their answers */
	async atEach(body: object): Promise<Array<string | undefined>> {
		const reasons = [];
		for (const at of this.processes.keys()) reasons.push((await this.post(at, body)).data.reason);
		return reasons;
	}

	/** Requests a code for a new number. @returns the guess with the right code */
	async send(at: number): Promise<Guess> {
		const phoneNumber = newNumber();
		const { data } = await this.step(at, { phoneNumber });
		const isTheirs = ({ to }: { to: string }) => to.endsWith(phoneNumber.slice(1));
		const { code } = this.host.sandbox.state.inbox.find(isTheirs)!;
		return { challenge: data.challenge!, code };
	}

	/** How many codes were sent to a number. */
	codesTo(phoneNumber: string): number {
		return this.host.sandbox.state.acceptedFor(phoneNumber.slice(1));
	}

	/** The number of executions; n8n answers a right code only once its execution exists. */
	async executions(): Promise<number> {
		const { id: workflowId } = this.trigger.workflow;
		return (await this.host.client.executions.list({ workflowId }, 100)).length;
	}
}

/** The same guess with a wrong code. */
export const wrong = ({ challenge, code }: Guess): Guess => ({
	challenge,
	code: anotherCode(code),
});

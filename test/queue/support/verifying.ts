import { callWebhook } from '../../host/client/webhook';
import { anotherCode } from '../../host/flows/support/flowTest';
import { eventually } from '../../host/flows/support/wait';
import type { ActiveVerification } from '../../host/verification/trigger';
import type { QueueHost, WebhookProcess } from './queueHost';

/** Requests at once at each process. */
export const BURST = 10;

/** What an app is answered. */
interface Answer {
	status: number;
	data: { challenge?: string; verified?: boolean; reason?: string; attemptsLeft?: number };
}

/** What an app sends to have a code checked. */
export interface Guess {
	challenge: string;
	code: string;
}

let lastNumber = 7000;

/** A mobile number that nothing was sent to. */
export const newNumber = (): string => `+6681234${++lastNumber}`;

/** An app that verifies numbers by a trigger, whose webhook processes are reached one by one, as by a load balancer. */
export class AppAt {
	constructor(
		private readonly host: Pick<QueueHost, 'sandbox' | 'client'>,
		private readonly processes: WebhookProcess[],
		private readonly trigger: ActiveVerification,
	) {}

	/** @throws when the answer is n8n's own, and not the trigger's */
	async post(at: number, body: object): Promise<Answer> {
		const { pathname } = new URL(this.trigger.url);
		const answer = (await callWebhook(`${this.processes[at].url}${pathname}`, body)) as Answer;
		if (answer.status < 500) return answer;
		throw new Error(`n8n answered ${answer.status}: ${JSON.stringify(answer.data)}`);
	}

	/** Posts what changes the state, and waits until n8n has stored it: that is after it answered. */
	async step(at: number, body: object): Promise<Answer> {
		const stored = await this.state();
		const answer = await this.post(at, body);
		const isStored = async () => (await this.state()) !== stored || undefined;
		await eventually(isStored, 'the state is stored');
		return answer;
	}

	/** What n8n stores for all processes. */
	private async state(): Promise<string> {
		const stored: object = await this.host.client.workflows.get(this.trigger.workflow.id);
		return JSON.stringify((stored as { staticData?: object }).staticData ?? {});
	}

	/** The same request at all processes, many times at once. */
	async burst(body: object): Promise<Answer[]> {
		const { length } = this.processes;
		return await Promise.all(
			Array.from({ length: BURST * length }, async (_, nth) => await this.post(nth % length, body)),
		);
	}

	/** The same request at one process after the other. @returns the reasons they give */
	async atEach(body: object): Promise<Array<string | undefined>> {
		const reasons = [];
		for (const at of this.processes.keys()) reasons.push((await this.post(at, body)).data.reason);
		return reasons;
	}

	/** Has a code sent to a new number. @returns the right guess */
	async send(at: number): Promise<Guess> {
		const phoneNumber = newNumber();
		const { data } = await this.step(at, { phoneNumber });
		const isTheirs = ({ to }: { to: string }) => to.endsWith(phoneNumber.slice(1));
		const { code } = this.host.sandbox.state.inbox.find(isTheirs)!;
		return { challenge: data.challenge!, code };
	}

	/** How many codes were sent to a number. */
	codesTo(phoneNumber: string): number {
		const { perRecipient } = this.host.sandbox.state.counters.accepted;
		return perRecipient[phoneNumber.slice(1)] ?? 0;
	}

	/** How often the workflow started; n8n answers a right code when its execution is there. */
	async executions(): Promise<number> {
		const { id: workflowId } = this.trigger.workflow;
		return (await this.host.client.executions.list({ workflowId }, 100)).length;
	}
}

/** The guess with another code. */
export const wrong = ({ challenge, code }: Guess): Guess => ({
	challenge,
	code: anotherCode(code),
});

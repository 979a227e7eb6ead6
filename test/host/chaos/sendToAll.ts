import { casesOf, credentialFor, fromItem } from '../../providers';
import type { TestedProvider } from '../../providers/contract';
import { eventually } from '../flows/support/wait';
import type { Host } from '../host';
import { errorOf, type Execution, type WorkflowData } from '../n8nClient';

const TRIGGER = 'When clicking Execute workflow';
const NODE = 'Send';
/** n8n is killed after it has reached this many. */
export const KILLED_AT = 100;
/** n8n is restarted before this press of Retry. */
const RESTARTED_AT = 1;

/** What it took until everybody was reached. */
export interface Course {
	starts: number;
	presses: number;
	restarts: number;
	/** Messages of the executions that failed, without the numbers of their items. */
	failures: Record<string, number>;
}

/** One person's list of recipients, and all that they do until everybody on it is reached. */
export class SendToAll {
	readonly course: Course = { starts: 0, presses: 0, restarts: 0, failures: {} };

	private readonly operation;

	private readonly recipient;

	constructor(
		private readonly host: Host,
		private readonly provider: TestedProvider,
		private readonly recipients: number,
	) {
		[this.operation] = casesOf(provider);
		this.recipient = this.operation.recipient!;
	}

	/** Those who were not reached, by the provider's own records. */
	private get missing(): string[] {
		const { perRecipient } = this.host.sandbox.state.counters.accepted;
		const all = Array.from({ length: this.recipients }, (_, n) => n);
		return all
			.filter((n) => perRecipient[this.recipient.counted(n)] === undefined)
			.map((n) => this.recipient.typed(n));
	}

	private get reached(): number {
		return this.host.sandbox.state.counters.accepted.total;
	}

	private async workflowFor(to: string[]): Promise<WorkflowData> {
		const { credential } = this.provider;
		const { credentials } = this.host.client;
		const { id, name } = await credentials.put({
			name: this.provider.name,
			type: credential.type,
			data: credentialFor(this.provider, this.host.sandbox),
		});
		const jsCode = `return ${JSON.stringify(to.map((number) => ({ json: { to: number } })))};`;
		const node = (key: string, type: string, typeVersion: number, more: object) => ({
			...{ id: key, name: key, type, typeVersion, position: [0, 0], parameters: {} },
			...more,
		});
		return {
			name: `Chaos: ${this.provider.name}`,
			nodes: [
				node(TRIGGER, 'n8n-nodes-base.manualTrigger', 1, {}),
				node('Recipients', 'n8n-nodes-base.code', 2, { parameters: { jsCode } }),
				node(NODE, `n8n-nodes-voice-sms-otp.${this.operation.type}`, 1, {
					parameters: fromItem(this.operation),
					credentials: { [credential.type]: { id, name } },
				}),
			],
			connections: {
				[TRIGGER]: { main: [[{ node: 'Recipients', type: 'main', index: 0 }]] },
				Recipients: { main: [[{ node: NODE, type: 'main', index: 0 }]] },
			},
		} as unknown as WorkflowData;
	}

	/** Starts the workflow with those who were not reached. @returns the execution's id */
	private async start(): Promise<string> {
		const { workflows } = this.host.client;
		const { id } = await workflows.put(await this.workflowFor(this.missing));
		this.course.starts++;
		return await workflows.run(id, TRIGGER);
	}

	/** Presses Retry on an execution. @returns the id of the execution that this started */
	private async retry(id: string): Promise<string> {
		this.course.presses++;
		return await this.host.client.executions.retry(id);
	}

	/**
	 * Starts the workflow, and kills n8n while it sends.
	 *
	 * @returns n8n's answer to Retry on the killed execution
	 */
	async startAndKill(): Promise<string> {
		const id = await this.start();
		const isTime = () => (this.reached >= KILLED_AT ? true : undefined);
		await eventually(isTime, 'the middle of the run', 600_000);
		await this.host.restart({ isKilled: true });
		return await this.host.client.executions.retry(id).catch(String);
	}

	/**
	 * Does what the messages advise: presses Retry, or, where an outcome is unknown, looks up at the provider who was
	 * reached and starts the workflow with the others.
	 */
	async untilAllAreReached(): Promise<Course> {
		const { course, host } = this;
		for (let id = await this.start(); ; ) {
			const execution = await host.client.executions.waitFor(id, 600_000);
			if (execution.status === 'success') return course;
			if (course.presses === RESTARTED_AT && course.restarts === 0) {
				course.restarts++;
				await host.restart();
			}
			id = this.hasUnknown(execution) ? await this.start() : await this.retry(id);
		}
	}

	private hasUnknown(execution: Execution): boolean {
		const { message, description } = errorOf(execution)!;
		const short = message.replace(/ \[item \d+\]/, '');
		this.course.failures[short] = (this.course.failures[short] ?? 0) + 1;
		return /\d items? ha(s|ve) an unknown outcome/.test(description ?? '');
	}
}

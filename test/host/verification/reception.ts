import type { Browser } from 'playwright-core';

import { openBrowser } from '../flows/support/browser';
import { type FlowHost, openFlowHost } from '../flows/support/flowHost';
import { eventually } from '../flows/support/wait';
import { outputOf } from '../n8nClient';
import { type ActiveVerification, activeVerification, TRIGGER } from './trigger';
import { Visitor, type VisitorOptions } from './visitor';

/** What the tests of the page share: an n8n with a trigger, and a browser for the visitors of its page. */
export class Reception {
	host!: FlowHost;

	trigger!: ActiveVerification;

	private browser!: Browser;

	private visitor?: Visitor;

	private lastNumber = 6000;

	async open(): Promise<void> {
		this.host = await openFlowHost({ examples: [] });
		this.browser = await openBrowser();
		this.trigger = await activeVerification(this.host, 'usual');
	}

	/** Opens the page for a new visitor, who has a mobile number of their own. */
	async welcome(
		options: Omit<VisitorOptions, 'sandbox'> = {},
		{ url }: ActiveVerification = this.trigger,
	) {
		const { sandbox } = this.host;
		const visitor = await Visitor.enter(this.browser, { ...options, sandbox });
		this.visitor = visitor;
		await visitor.open(`${url}?language=${options.language ?? 'en'}&reference=order%207`);
		this.lastNumber += 1;
		const typed = `+66 81 234 ${this.lastNumber}`;
		return { visitor, typed, digits: typed.replace(/\D/g, '') };
	}

	/** How many codes were sent to a number. */
	sentTo(digits: string): number {
		return this.host.sandbox.state.acceptedFor(digits);
	}

	/** Waits until the trigger has output an item for a number. @returns one item for each execution */
	async verified(digits: string) {
		return await eventually(async () => {
			const items = await this.itemsOf(digits);
			return items.length > 0 ? items : undefined;
		}, `an execution for +${digits}`);
	}

	private async itemsOf(digits: string) {
		const { executions } = this.host.client;
		const all = await executions.list({ workflowId: this.trigger.workflow.id }, 100);
		const items = await Promise.all(
			all.map(async ({ id }) => outputOf(await executions.waitFor(id), TRIGGER)),
		);
		return items.flat().filter(({ phoneNumber }) => phoneNumber === `+${digits}`);
	}

	async dismiss(): Promise<void> {
		await this.visitor?.leave();
	}

	async close(): Promise<void> {
		await this.browser?.close();
		await this.host?.close();
	}
}

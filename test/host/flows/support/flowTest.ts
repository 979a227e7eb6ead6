import type { Browser } from 'playwright-core';

import type { StoredWorkflow } from '../../n8nClient';
import { verificationAddress } from './registered';
import { Person, type PersonOptions } from './browser';
import type { FlowHost } from './flowHost';

/** The n8n, the sandbox and the browser that the tests of all flows share. */
export class FlowTest {
	host!: FlowHost;

	browser!: Browser;

	async person(login?: PersonOptions['login']): Promise<Person> {
		return await Person.enter(this.browser, { sandboxUrl: this.host.sandbox.url, login });
	}

	/** The production address of a form. */
	form(formPath: string): string {
		return `${this.host.n8n.url}/form/${formPath}`;
	}

	/** The production address of a workflow that starts with the Phone Verification Trigger. */
	verification(workflow: StoredWorkflow): string {
		return `${this.host.n8n.url}/${verificationAddress(workflow)}`;
	}

	/** Changes the sandbox's settings while `work` runs. */
	async whileConfigured<Result>(
		settings: Parameters<FlowHost['sandbox']['configure']>[0],
		work: () => Promise<Result>,
	): Promise<Result> {
		const { sandbox } = this.host;
		const before = sandbox.state.settings;
		sandbox.configure(settings);
		try {
			return await work();
		} finally {
			sandbox.configure(before);
		}
	}
}

/** A different code of the same length. */
export const anotherCode = (code: string): string =>
	code.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));

import type { ICredentialDataDecryptedObject, IExecuteFunctions, INode } from 'n8n-workflow';
import type { Failure } from '../failure';
import type { ParameterFunctions } from '../fields/jsonFields';
import { parameterReader } from '../fields/parameters';
import type { ReadParameter } from '../fields/parameters';
import type { Account } from '../login/account';
import type { Provider } from '../provider';
import { Limit } from './limit';

/** What a run uses of n8n. An executing node has all of it, and a webhook can offer it for one operation. */
export type RunFunctions = ParameterFunctions &
	Pick<
		IExecuteFunctions,
		'continueOnFail' | 'getContext' | 'getCredentials' | 'getExecutionCancelSignal'
	> & { helpers: Pick<IExecuteFunctions['helpers'], 'httpRequestWithAuthentication'> };

/** What all items in one run of a node share. */
export class Run {
	readonly node: INode;

	readonly read: ReadParameter;

	/** The failed logins, which are not tried again for every item; undefined stands for a login without an account. */
	readonly loginFailures = new Map<Account | undefined, Failure>();

	/** Milliseconds since 1970; before this time no request is sent, because the provider asked to wait. */
	pausedUntil = 0;

	readonly limit = new Limit();

	private readonly stopping = new AbortController();

	constructor(
		readonly context: RunFunctions,
		readonly provider: Provider,
	) {
		this.node = context.getNode();
		this.read = parameterReader(context);
		if (this.isCancelled) this.stop();
		context.getExecutionCancelSignal()?.addEventListener('abort', this.stop);
	}

	/** Reads the credential for an item, because n8n evaluates the expressions in it for each item. */
	async credentialFor(index: number): Promise<ICredentialDataDecryptedObject> {
		return await this.context.getCredentials(this.provider.credentialType, index);
	}

	/** Whether the node has a credential at all. */
	get hasCredential(): boolean {
		return this.node.credentials?.[this.provider.credentialType] !== undefined;
	}

	/** Aborts when an item fails in stop mode or the user cancels the execution; no request starts afterwards. */
	get stopped(): AbortSignal {
		return this.stopping.signal;
	}

	get isCancelled(): boolean {
		return this.context.getExecutionCancelSignal()?.aborted ?? false;
	}

	/** The result of the work; undefined if the user cancels the execution before there is one. */
	async untilCancelled<T>(work: Promise<T>): Promise<T | undefined> {
		const cancelled = this.context.getExecutionCancelSignal();
		let end: () => void;
		const cancellation = new Promise<undefined>((resolve) => {
			end = () => resolve(undefined);
			cancelled?.addEventListener('abort', end);
		});
		return await Promise.race([work, cancellation]).finally(() =>
			cancelled?.removeEventListener('abort', end),
		);
	}

	readonly stop = (): void => this.stopping.abort();

	/** Removes the run's listener from n8n's signal, which lives as long as the execution and its many runs. */
	end(): void {
		this.context.getExecutionCancelSignal()?.removeEventListener('abort', this.stop);
	}
}

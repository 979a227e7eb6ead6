import type { ICredentialDataDecryptedObject, IExecuteFunctions, INode } from 'n8n-workflow';
import type { Failure } from '../failure';
import { parameterReader } from '../fields/parameters';
import type { ReadParameter } from '../fields/parameters';
import type { Provider } from '../provider';

/** What all items in one run of a node share. */
export class Run {
	readonly node: INode;

	readonly read: ReadParameter;

	/** The failure of the login, which is not tried again for every item. */
	loginFailure?: Failure;

	/** Milliseconds since 1970; before this time no request is sent, because the provider asked to wait. */
	pausedUntil = 0;

	private readonly stopping = new AbortController();

	private constructor(
		readonly context: IExecuteFunctions,
		readonly provider: Provider,
		readonly credential: ICredentialDataDecryptedObject,
	) {
		this.node = context.getNode();
		this.read = parameterReader(context);
		if (this.isCancelled) this.stop();
		context.getExecutionCancelSignal()?.addEventListener('abort', this.stop);
	}

	/** Reads the credential once for all items; n8n evaluates an expression in it for the first item. */
	static async start(
		context: IExecuteFunctions,
		provider: Provider,
		worksWithoutCredential = false,
	): Promise<Run> {
		const { credentialType } = provider;
		const isLeftOut = !context.getNode().credentials?.[credentialType];
		const credential =
			worksWithoutCredential && isLeftOut ? {} : await context.getCredentials(credentialType);
		return new Run(context, provider, credential);
	}

	/** Aborts when an item fails in stop mode or the user cancels the execution; no request starts afterwards. */
	get stopped(): AbortSignal {
		return this.stopping.signal;
	}

	get isCancelled(): boolean {
		return this.context.getExecutionCancelSignal()?.aborted ?? false;
	}

	readonly stop = (): void => this.stopping.abort();

	/** Removes the run's listener from n8n's signal, which lives as long as the execution and its many runs. */
	end(): void {
		this.context.getExecutionCancelSignal()?.removeEventListener('abort', this.stop);
	}
}

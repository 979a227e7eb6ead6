import type { ICredentialDataDecryptedObject, IExecuteFunctions, INode } from 'n8n-workflow';
import type { Failure } from '../failure';
import { parameterReader } from '../fields/parameters';
import type { ReadParameter } from '../fields/parameters';
import type { Provider } from '../provider';

/** What all items of one execution of a node share. */
export class Run {
	readonly node: INode;

	readonly read: ReadParameter;

	/** A login that was refused: it is not tried again for every item. */
	loginFailure?: Failure;

	/** The time (ms since 1970) before which the provider wants no request; see repeat.ts. */
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

	/** Decrypts the credential once for all items; an expression in it is evaluated for the first item. */
	static async start(context: IExecuteFunctions, provider: Provider): Promise<Run> {
		const credential = await context.getCredentials(provider.credentialType);
		return new Run(context, provider, credential);
	}

	/** Aborted when an item failed in stop mode, or when the user cancelled: no request starts after. */
	get stopped(): AbortSignal {
		return this.stopping.signal;
	}

	get isCancelled(): boolean {
		return this.context.getExecutionCancelSignal()?.aborted ?? false;
	}

	readonly stop = (): void => this.stopping.abort();

	/** To be called when the run has ended: n8n's signal lives as long as the execution, which may have many runs. */
	end(): void {
		this.context.getExecutionCancelSignal()?.removeEventListener('abort', this.stop);
	}
}

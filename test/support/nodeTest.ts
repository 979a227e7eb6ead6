import type { ICredentialDataDecryptedObject, IDataObject, INodeParameters } from 'n8n-workflow';
import { accounts } from '../sandbox/accounts';
import { startSandbox } from '../sandbox/server';
import type { Sandbox } from '../sandbox/server';
import { runNode } from './engine';
import type { NodeRun, NodeRunResult } from './engine';

/** A request as the contract sees it. */
export interface SentRequest {
	method: string;
	/** Behind the provider's base URL, with the query. */
	path: string;
	/** Without those of the connection itself. */
	headers: Record<string, unknown>;
	/** The parsed JSON; undefined where nothing was sent. */
	body: IDataObject | undefined;
}

type Changes = Partial<Omit<NodeRun, 'type'>>;

const OF_THE_CONNECTION = ['accept-encoding', 'connection', 'content-length', 'host', 'user-agent'];

const PROVIDERS = {
	antBuddyVoiceOtp: { key: 'antBuddy', login: { ...accounts.antBuddy } },
	antsSmsOtp: {
		key: 'ants',
		login: { username: accounts.ants.username, password: accounts.ants.password },
	},
	voiceOtpAdvanced: { key: 'cmVoice', login: { productToken: accounts.cmVoice.productToken } },
} as const;

/**
 * One node against the sandbox. Each test gets a sandbox of its own: AntBuddy's logins are remembered by
 * address, and a test must not meet those of another.
 */
export class NodeTest {
	sandbox!: Sandbox;

	/** @param parameters what a run of the node has unless the test says otherwise */
	constructor(
		readonly type: NodeRun['type'],
		readonly parameters: INodeParameters,
	) {
		beforeEach(async () => {
			this.sandbox = await startSandbox();
		});
		afterEach(async () => await this.sandbox.close());
	}

	get baseUrl(): string {
		return this.sandbox.baseUrls[PROVIDERS[this.type].key];
	}

	get credential(): ICredentialDataDecryptedObject {
		return { ...PROVIDERS[this.type].login, baseUrl: this.baseUrl };
	}

	/** Runs the node with these changes; parameters and credential are laid over the usual ones. */
	async run({ parameters, credential, ...rest }: Changes = {}): Promise<NodeRunResult> {
		return await runNode({
			...rest,
			type: this.type,
			parameters: { ...this.parameters, ...parameters },
			credential: { ...this.credential, ...credential },
		});
	}

	/** Everything the provider was asked, logins included, oldest first. */
	get requests(): SentRequest[] {
		const { pathname } = new URL(this.baseUrl);
		return this.sandbox.state.requests.map(({ method, path, headers, body }) => ({
			method,
			path: path.slice(pathname.length),
			headers: Object.fromEntries(
				Object.entries(headers).filter(([name]) => !OF_THE_CONNECTION.includes(name)),
			),
			body: body === '' ? undefined : (JSON.parse(body) as IDataObject),
		}));
	}

	/** What the provider was asked, without logins. */
	get sent(): SentRequest[] {
		return this.requests.filter(({ path }) => path !== '/get-token/');
	}

	/** The body of the only request. */
	get sentBody(): IDataObject {
		const [first, ...more] = this.sent;
		expect(more).toEqual([]);
		expect(first.body).toBeDefined();
		return first.body!;
	}
}

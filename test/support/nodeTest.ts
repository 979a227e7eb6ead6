import type { ICredentialDataDecryptedObject, IDataObject, INodeParameters } from 'n8n-workflow';
import { credentialFor, providers } from '../providers';
import type { TestedLogin } from '../providers/contract';
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

const LOGIN_PATHS = providers.flatMap(({ credential: { token } }) => (token ? [token.path] : []));
const OF_THE_CONNECTION = ['accept-encoding', 'connection', 'content-length', 'host', 'user-agent'];

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

	get credential(): ICredentialDataDecryptedObject & { baseUrl: string } {
		return this.credentialBy();
	}

	/** The credential with one of the ways to log in; with the usual one unless given. */
	credentialBy(login?: TestedLogin): ICredentialDataDecryptedObject & { baseUrl: string } {
		const provider = providers.find(({ node }) => node === this.type)!;
		return credentialFor(provider, this.sandbox, login) as ICredentialDataDecryptedObject & {
			baseUrl: string;
		};
	}

	get baseUrl(): string {
		return this.credential.baseUrl;
	}

	/** Runs the node with these changes; parameters and credential are laid over the usual ones. */
	async run(changes: Changes = {}): Promise<NodeRunResult> {
		return await runNode(this.nodeRun(changes));
	}

	/** The run of the node with these changes. */
	nodeRun({ parameters, credential, ...rest }: Changes = {}): NodeRun {
		return {
			...rest,
			type: this.type,
			parameters: { ...this.parameters, ...parameters },
			credential: { ...this.credential, ...credential },
		};
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
		return this.requests.filter(({ path }) => !LOGIN_PATHS.includes(path));
	}

	/** The body of the only request. */
	get sentBody(): IDataObject {
		const [first, ...more] = this.sent;
		expect(more).toEqual([]);
		expect(first.body).toBeDefined();
		return first.body!;
	}
}

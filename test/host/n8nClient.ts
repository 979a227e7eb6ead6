import { CommunityPackages } from './client/communityPackages';
import { Credentials } from './client/credentials';
import { Executions } from './client/executions';
import { N8nRest } from './client/rest';
import type { Owner } from './client/types';
import { Workflows } from './client/workflows';

export * from './client/execution';
export type * from './client/types';

/** What a person does in n8n's editor, by n8n's REST API. Begin with `enter`. */
export class N8nClient {
	readonly rest: N8nRest;

	readonly credentials: Credentials;

	readonly workflows: Workflows;

	readonly executions: Executions;

	readonly communityPackages: CommunityPackages;

	constructor(url: string) {
		this.rest = new N8nRest(url);
		this.credentials = new Credentials(this.rest);
		this.workflows = new Workflows(this.rest);
		this.executions = new Executions(this.rest);
		this.communityPackages = new CommunityPackages(this.rest);
	}

	/** Logs in as the owner, who is created first where n8n has none. */
	async enter(owner: Owner): Promise<void> {
		if (await this.needsOwner()) await this.setupOwner(owner);
		else await this.login(owner);
	}

	/** Whether this n8n still asks for its owner. */
	async needsOwner(): Promise<boolean> {
		const { userManagement } = await this.rest.request<{
			userManagement: { showSetupOnFirstLoad: boolean };
		}>('GET', '/settings');
		return userManagement.showSetupOnFirstLoad;
	}

	/** Creates the owner of a new n8n and logs in. */
	async setupOwner(owner: Owner): Promise<void> {
		await this.rest.request('POST', '/owner/setup', owner);
	}

	async login({ email, password }: Pick<Owner, 'email' | 'password'>): Promise<void> {
		await this.rest.request('POST', '/login', { emailOrLdapLoginId: email, password });
	}

	/** Empties this n8n of workflows, their executions and credentials; its owner stays. */
	async deleteAll(): Promise<void> {
		for (const { id } of await this.workflows.list()) await this.workflows.delete(id);
		for (const { id } of await this.credentials.list()) await this.credentials.delete(id);
	}
}

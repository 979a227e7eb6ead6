import { CommunityPackages } from './client/communityPackages';
import { Credentials } from './client/credentials';
import { Executions } from './client/executions';
import { N8nRest } from './client/rest';
import type { Owner } from './client/types';
import { Workflows } from './client/workflows';

export * from './client/execution';
export type * from './client/types';

/** Does through n8n's REST API what a person does in the editor. Call `enter` first. */
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

	/** Logs in as the owner; creates the owner first if n8n has none. */
	async enter(owner: Owner): Promise<void> {
		if (await this.needsOwner()) await this.setupOwner(owner);
		else await this.login(owner);
	}

	/** Whether n8n has no owner yet. */
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

	/** Deletes all workflows, their executions and all credentials; the owner stays. */
	async deleteAll(): Promise<void> {
		for (const { id } of await this.workflows.list()) await this.workflows.delete(id);
		for (const { id } of await this.credentials.list()) await this.credentials.delete(id);
	}
}

import type { IDataObject } from 'n8n-workflow';

import type { N8nRest } from './rest';
import type { CredentialData, CredentialTest, StoredCredential } from './types';

/** The Credentials page. */
export class Credentials {
	constructor(private readonly rest: N8nRest) {}

	async list(): Promise<StoredCredential[]> {
		return await this.rest.request('GET', '/credentials');
	}

	async create(credential: CredentialData): Promise<StoredCredential> {
		return await this.rest.request('POST', '/credentials', credential);
	}

	async update(id: string, credential: CredentialData): Promise<StoredCredential> {
		return await this.rest.request('PATCH', `/credentials/${id}`, credential);
	}

	/** Creates a credential, or updates the one with the same name and type. */
	async put(credential: CredentialData): Promise<StoredCredential> {
		const there = (await this.list()).find(
			({ name, type }) => name === credential.name && type === credential.type,
		);
		return there ? await this.update(there.id, credential) : await this.create(credential);
	}

	async delete(id: string): Promise<void> {
		await this.rest.request('DELETE', `/credentials/${id}`);
	}

	/** Presses Test on a stored credential, with its stored fields or with `data` instead. */
	async test(stored: StoredCredential, data?: IDataObject): Promise<CredentialTest> {
		const { id, name, type } = stored;
		const tested = data ?? (await this.fields(id));
		return await this.rest.request('POST', '/credentials/test', {
			credentials: { id, name, type, data: tested },
		});
	}

	// n8n returns secrets as placeholders, as it does to the editor, and fills them in again before the test.
	private async fields(id: string): Promise<IDataObject> {
		const { data } = await this.rest.request<{ data: IDataObject }>(
			'GET',
			`/credentials/${id}?includeData=true`,
		);
		return data;
	}
}

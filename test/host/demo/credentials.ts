import type { IDataObject } from 'n8n-workflow';

import { credentialFor, providers } from '../../providers';
import type { Sandbox } from '../../sandbox/server';
import type { CredentialData } from '../n8nClient';

/** A credential for the sandbox, and its data with a typing mistake in the secret. */
export interface SandboxCredential extends CredentialData {
	mistyped: IDataObject;
}

/** A credential of each provider, pointing at a running sandbox. */
export const sandboxCredentials = (sandbox: Pick<Sandbox, 'baseUrls'>): SandboxCredential[] =>
	providers.map((provider) => {
		const { type, logins } = provider.credential;
		const data = credentialFor(provider, sandbox);
		const mistyped = { ...data, [logins[0].secret]: 'mistyped' };
		return { name: `${provider.name} (sandbox)`, type, data, mistyped };
	});

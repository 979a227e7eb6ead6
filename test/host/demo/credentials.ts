import type { IDataObject } from 'n8n-workflow';

import { account as antBuddy } from '../../providers/AntBuddy/sandbox';
import { account as ants } from '../../providers/Ants/sandbox';
import { account as cmVoice } from '../../providers/VoiceOtpAdvanced/sandbox';
import type { Sandbox } from '../../sandbox/server';
import type { CredentialData } from '../n8nClient';

/** A credential for the sandbox, and how it would look with a typing mistake in its secret. */
export interface SandboxCredential extends CredentialData {
	mistyped: IDataObject;
}

/** The three providers' credentials, pointing at a running sandbox. */
export function sandboxCredentials({ baseUrls }: Sandbox): SandboxCredential[] {
	const antBuddyLogin = {
		username: antBuddy.username,
		password: antBuddy.password,
		baseUrl: baseUrls.antBuddy,
	};
	const antsLogin = { username: ants.username, password: ants.password, baseUrl: baseUrls.ants };
	const cmLogin = {
		authentication: 'productToken',
		productToken: cmVoice.productToken,
		baseUrl: baseUrls.cmVoice,
	};
	return [
		{
			name: 'AntBuddy (sandbox)',
			type: 'antBuddyApi',
			data: antBuddyLogin,
			mistyped: { ...antBuddyLogin, password: 'mistyped' },
		},
		{
			name: 'ANTS (sandbox)',
			type: 'antsApi',
			data: antsLogin,
			mistyped: { ...antsLogin, password: 'mistyped' },
		},
		{
			name: 'CM.com Voice (sandbox)',
			type: 'cmVoiceApi',
			data: cmLogin,
			mistyped: { ...cmLogin, productToken: 'mistyped' },
		},
	];
}

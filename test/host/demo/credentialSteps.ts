import assert from 'node:assert/strict';

import type { Host } from '../host';
import { sandboxCredentials } from './credentials';
import type { Step } from './step';

/** Creates or updates each provider's credential, and presses Test with the right and with a mistyped secret. */
export function credentialSteps({ client, sandbox }: Host): Step[] {
	return sandboxCredentials(sandbox).map(({ mistyped, ...credential }) => ({
		title: `Credential "${credential.name}"`,
		run: async () => {
			const stored = await client.credentials.put(credential);
			const right = await client.credentials.test(stored);
			assert.equal(right.status, 'OK', `Test refused the right secret: "${right.message}"`);
			const wrong = await client.credentials.test(stored, mistyped);
			assert.equal(wrong.status, 'Error', `Test accepted a mistyped secret: "${wrong.message}"`);
			return `Test says "${right.message}"; with a mistyped secret "${wrong.message}"`;
		},
	}));
}

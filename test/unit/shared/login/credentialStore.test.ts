import type { WorkflowExecuteMode } from 'n8n-workflow';
import {
	changesToStore,
	CredentialStore,
	endWhereOnlyStored,
	lendStore,
	lentStore,
	noteTakenOver,
	wasTakenOver,
} from '../../../../nodes/shared/login/credentialStore';
import { storingN8n } from '../../support/storingN8n';
import type { ExpiringCredential } from '../../support/storingN8n';

const storing: ExpiringCredential = {
	expirable: 'token',
	preAuthentication: async (credential) => changesToStore(credential)!,
	authenticate: async (credential) => endWhereOnlyStored(credential),
};
const n8n = (setting?: Parameters<typeof storingN8n>[1]) => storingN8n(storing, setting);

it('reads what is stored now, by the type of the credential', async () => {
	const { context } = n8n({ stored: { token: 'a' } });
	expect(await new CredentialStore(context, 'api').read()).toEqual({ type: 'api', token: 'a' });
});

it('reads nothing where the store cannot be read', async () => {
	const { context } = n8n({ stored: new Error('no database') });
	expect(await new CredentialStore(context, 'api').read()).toEqual({});
});

it('writes by what n8n stores for `preAuthentication`, and sends nothing', async () => {
	const { context, written, sent } = n8n();
	const credential = { user: 'u', token: 'old' };
	const changes = { token: 'old', claim: 'c' };
	await new CredentialStore(context, 'api').write(credential, changes);
	expect(written).toEqual([changes]);
	expect(sent).toEqual([]);
	expect(credential).toEqual({ user: 'u', token: 'old' });
});

it.each<[WorkflowExecuteMode, boolean]>([
	['webhook', true],
	['trigger', true],
	['integrated', true],
	['retry', true],
	['manual', false],
	['internal', false],
])('a %s run may meet others: %s', (mode, isContended) => {
	const { context } = n8n({ mode });
	expect(new CredentialStore(context, 'api').isContended).toBe(isContended);
});

it('lends the store with the credential of one request', () => {
	const [one, other] = [{}, {}];
	lendStore(one, n8n().context, 'api');
	expect(lentStore(one)).toBeInstanceOf(CredentialStore);
	expect(lentStore(other)).toBeUndefined();
});

it('lets any other credential send', () => {
	expect(changesToStore({})).toBeUndefined();
	expect(() => endWhereOnlyStored({})).not.toThrow();
});

it('knows which request got its token from the store', () => {
	const [one, other] = [{}, {}];
	noteTakenOver(one);
	expect([wasTakenOver(one), wasTakenOver(other)]).toEqual([true, false]);
});

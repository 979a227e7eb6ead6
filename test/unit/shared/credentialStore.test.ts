import type { IExecuteFunctions } from 'n8n-workflow';
import {
	changesToStore,
	CredentialStore,
	endWhereOnlyStored,
	lendStore,
	lentStore,
	noteTakenOver,
	wasTakenOver,
} from '../../../nodes/shared/credentialStore';

type Data = Record<string, string>;

/** n8n, as far as storing goes: `preAuthentication` is asked where the expirable field is empty, then `authenticate`. */
function n8n({ mode = 'webhook', stored = {} as Data | Error } = {}) {
	const written: Data[] = [];
	const sent: unknown[] = [];
	const context = {
		getMode: () => mode,
		getCredentials: async (type: string) => {
			if (stored instanceof Error) throw stored;
			return { type, ...stored };
		},
		helpers: {
			async httpRequestWithAuthentication(
				this: unknown,
				_type: string,
				options: object,
				{ credentialsDecrypted: { data } }: { credentialsDecrypted: { data: Data } },
			) {
				expect(this).toBe(context);
				if (data.token === '') written.push(changesToStore(data) as Data);
				endWhereOnlyStored(data);
				sent.push(options);
			},
		},
	};
	return { context: context as unknown as IExecuteFunctions, written, sent };
}

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

it.each([
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

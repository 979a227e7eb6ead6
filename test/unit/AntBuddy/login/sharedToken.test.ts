import { sleep } from 'n8n-workflow';
import type { IDataObject, IHttpRequestHelper } from 'n8n-workflow';
import { AntBuddyApi } from '../../../../credentials/AntBuddyApi.credentials';
import { currentToken, renewToken } from '../../../../nodes/AntBuddy/login/accessToken';
import { accountKey } from '../../../../nodes/AntBuddy/login/storedToken';
import { lendStore, wasTakenOver } from '../../../../nodes/shared/login/credentialStore';
import { json } from '../../support/execution';
import { storingN8n } from '../../support/storingN8n';

jest.mock('n8n-workflow', () => ({ ...jest.requireActual('n8n-workflow'), sleep: jest.fn() }));

// Other processes of the same n8n, by what they put into its store; test/queue has real ones.

const type = new AntBuddyApi();
const CLAIM = expect.stringMatching(/^[\da-f-]{36} \d{13}$/) as string;

let nth = 0;

/** A run in one process, for an account that no other test has used. */
function processOf({ mode = 'webhook' as 'webhook' | 'manual', token = '' } = {}) {
	const login = { username: `user ${++nth}`, password: 'word', baseUrl: 'https://a.example.com' };
	const accountFingerprint = accountKey(login);
	const stored: IDataObject = { ...login, accessToken: token, accountFingerprint, loginClaim: '' };
	const httpRequest = jest.fn(async () => await Promise.resolve(json({ token: 'own' })));
	const helper = { helpers: { httpRequest } } as unknown as IHttpRequestHelper;
	const { context, written, sent } = storingN8n(
		{
			expirable: 'accessToken',
			preAuthentication: async (data) => await type.preAuthentication.call(helper, data),
			authenticate: type.authenticate,
		},
		{ mode, stored },
	);
	/** A request's own copy of the credential, as request.ts makes it. */
	const request = () => {
		const credential = { ...stored } as Record<string, string>;
		lendStore(credential, context, type.name);
		return credential;
	};
	const renew = async (credential = request()) => await renewToken(helper, credential);
	return { accountFingerprint, stored, httpRequest, written, sent, request, renew };
}

beforeEach(() => jest.mocked(sleep).mockReset());

it.each(['', 'rejected'])(
	'claims the login with the token %j that it has, logs in, and gives the claim back',
	async (token) => {
		const { accountFingerprint, httpRequest, written, sent, request, renew } = processOf({ token });
		const credential = request();
		expect(await renew(credential)).toEqual({
			accessToken: 'own',
			accountFingerprint,
			loginClaim: '',
		});
		expect(written).toEqual([{ accessToken: token, accountFingerprint, loginClaim: CLAIM }]);
		expect(httpRequest).toHaveBeenCalledTimes(1);
		expect(sent).toEqual([]);
		expect(wasTakenOver(credential)).toBe(false);
	},
);

it('claims nothing in a run by hand', async () => {
	const { accountFingerprint, written, renew } = processOf({ mode: 'manual' });
	expect(await renew()).toStrictEqual({ accessToken: 'own', accountFingerprint });
	expect(written).toEqual([]);
});

it('takes the token that another process stored, and does not store it once more', async () => {
	const { stored, httpRequest, request, renew } = processOf({ token: 'rejected' });
	const [credential, other] = [request(), request()];
	stored.accessToken = 'another';
	expect(await Promise.all([renew(credential), renew(other)])).toEqual([{}, {}]);
	expect(httpRequest).not.toHaveBeenCalled();
	for (const one of [credential, other]) {
		expect(currentToken(one)).toBe('another');
		expect(wasTakenOver(one)).toBe(true);
	}
});

it('waits for the process that claimed the login', async () => {
	const { stored, httpRequest, written, request, renew } = processOf();
	const credential = request();
	stored.loginClaim = `another ${Date.now()}`;
	jest.mocked(sleep).mockImplementation(async () => {
		Object.assign(stored, { accessToken: 'another', loginClaim: '' });
	});
	expect(await renew(credential)).toEqual({});
	expect(currentToken(credential)).toBe('another');
	expect([httpRequest.mock.calls.length, written]).toEqual([0, []]);
});

it.each(['another password', ''])(
	'neither takes a token nor heeds a claim of another account: %j',
	async (accountFingerprint) => {
		const { stored, httpRequest, request, renew } = processOf();
		const credential = request();
		const loginClaim = `another ${Date.now()}`;
		Object.assign(stored, { accessToken: 'another', accountFingerprint, loginClaim });
		expect(await renew(credential)).toMatchObject({ accessToken: 'own' });
		expect(httpRequest).toHaveBeenCalledTimes(1);
	},
);

it('reads a store from before there were claims', async () => {
	const { stored, written, request, renew } = processOf();
	const credential = request();
	delete stored.loginClaim;
	expect(await renew(credential)).toMatchObject({ accessToken: 'own' });
	expect(written).toHaveLength(1);
});

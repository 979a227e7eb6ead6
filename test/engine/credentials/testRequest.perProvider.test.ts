import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { account } from '../../providers/VoiceOtpAdvanced/sandbox';
import { testCredential } from '../../support/credentialTest';
import { NodeTest } from '../../support/nodeTest';
import { antBuddyCreate, antsRequest, cmCreate } from '../../support/operations';

const OK = { status: 'OK', message: 'Connection successful!' };

describe('Test of antBuddyApi', () => {
	const test = new NodeTest(antBuddyCreate.type, antBuddyCreate.parameters);

	it('logs in again, for any stored token', async () => {
		const { store } = await test.run();
		expect(
			await testCredential('antBuddyApi', { ...store.stored.c, password: 'a-changed-password' }),
		).toEqual({
			status: 'Error',
			message: expect.stringContaining('did not accept the username and password'),
		});
		expect(await testCredential('antBuddyApi', store.stored.c)).toEqual(OK);
	});
});

describe('Test of antsApi', () => {
	const test = new NodeTest(antsRequest.type, antsRequest.parameters);

	it.each([200, 400])('reports a refused login that comes with HTTP %i', async (status) => {
		for (const message of ['Authentication failed', 'username or password ผิดพลาด']) {
			const body = { error: { message, description: '' } };
			test.sandbox.addFault({ match: {}, times: 1, do: { status, body } });
			const verdict = await testCredential('antsApi', test.credential);
			expect(verdict.status).toBe('Error');
			if (status === 200) expect(verdict.message).toMatch(/did not accept Username and Password/);
		}
	});
});

describe('Test of cmVoiceApi', () => {
	const test = new NodeTest(cmCreate.type, cmCreate.parameters);
	const { bearerToken, username, password } = account;

	it.each<[string, ICredentialDataDecryptedObject]>([
		['bearer', { token: bearerToken }],
		['basic', { username, password }],
	])('passes with the right login by %s, and fails with a wrong one', async (...given) => {
		const [authentication, login] = given;
		const right = { ...test.credential, ...login, authentication };
		expect(await testCredential('cmVoiceApi', right)).toEqual(OK);
		const wrong = { ...right, token: 'wrong', password: 'wrong' };
		expect(await testCredential('cmVoiceApi', wrong)).toMatchObject({ status: 'Error' });
		expect(test.sandbox.state.counters.accepted.total).toBe(0);
	});
});

import { testCredential } from '../../../support/credentialTest';
import { NodeTest } from '../../../support/nodeTest';
import { casesOf } from '../..';
import { provider } from '../provider';

const OK = { status: 'OK', message: 'Connection successful!' };
const [operation] = casesOf(provider);

describe('Test of antBuddyApi', () => {
	const test = new NodeTest(operation.type, operation.parameters);

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

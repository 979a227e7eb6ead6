import { testCredential } from '../../../support/credentialTest';
import { NodeTest } from '../../../support/nodeTest';
import { casesOf } from '../..';
import { provider } from '../provider';

const [operation] = casesOf(provider);

describe('Test of antsApi', () => {
	const test = new NodeTest(operation.type, operation.parameters);

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

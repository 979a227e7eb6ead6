import { NodeTest } from '../../../support/nodeTest';
import { casesOf } from '../..';
import { VIETNAM } from '../../samples';
import { provider } from '../provider';

const [create] = casesOf(provider);

describe('a trial code', () => {
	const test = new NodeTest(create.type, { ...create.parameters, codeSource: 'provider' });

	it('is heard, and put out nowhere, without a challenge', async () => {
		const result = await test.run();
		const [{ code }] = test.sandbox.state.inbox;
		expect(code).toMatch(/^\d{6}$/);
		expect(test.sentBody).not.toHaveProperty('otp');
		expect(result.output[0].json).toMatchObject({ id: 1, otp: '******', phoneNumber: VIETNAM });
		expect(result.output[0].json).not.toHaveProperty('challenge');
		expect(result.stored).not.toMatch(new RegExp(`(?<!\\d)${code}(?!\\d)`));
	});

	it.each<[string, object]>([
		['a list', [{ id: 1, otp: '271828' }]],
		['data', { data: { id: 1, otp: '271828' } }],
		['a list in data', { data: [{ id: 1, otp: '271828' }] }],
		['another name', { id: 1, code: 271828 }],
	])('is masked in %s', async (_name, body) => {
		test.sandbox.addFault({ match: { path: '/voice-otp/' }, do: { status: 201, body } });
		const { output, stored } = await test.run();
		expect(JSON.stringify(output)).toContain('******');
		expect(stored).not.toContain('271828');
	});
});

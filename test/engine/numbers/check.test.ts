import { providers } from '../../providers';
import { THAILAND, VIETNAM } from '../../providers/samples';
import { NodeTest } from '../../support/nodeTest';

const parameters = { resource: 'number', operation: 'check', phoneNumber: '={{ $json.to }}' };
const items = [{ to: VIETNAM }, { to: THAILAND }, { to: 'N/A' }];

describe.each(providers)('Number: Check of $name', ({ node }) => {
	const test = new NodeTest(node, parameters);
	const run = async (more: object) => {
		const { output, error } = await test.run({ items, ...more });
		expect(error).toBeUndefined();
		expect(test.requests).toEqual([]);
		return output.map(({ json }) => json);
	};

	it('puts out one result per item without a request, in a node without a credential too', async () => {
		const results = await run({});
		expect(results.map(({ phoneNumber }) => phoneNumber)).toEqual([VIETNAM, THAILAND, null]);
		expect(results.map(({ valid }) => valid)).toEqual([true, true, false]);
		expect(await run({ settings: { credentials: undefined } })).toEqual(results);
	});

	it("applies the credential's Allowed Countries", async () => {
		const results = await run({ credential: { allowedCountries: ['NL'] } });
		expect(results.map(({ allowed }) => allowed)).toEqual([false, false, false]);
		expect(results[0].reason).toMatch(/^it belongs to Vietnam/);
	});
});

import { REACHING } from '../../providers';
import { NodeTest } from '../../support/nodeTest';
import { expectRefusedInput } from '../../support/refusedInput';

const VIETNAM = '+84 919 273 027';
const THAILAND = '+66 81 234 5678';
/** Both have the country code 1; the last digits are those that no network gives out. */
const CANADA = '+1 613 555 0123';
const UNITED_STATES = '+1 202 555 0123';

const CASES: Array<[string, string[], string]> = [
	['Thailand', ['VN'], THAILAND],
	['Vietnam', ['TH'], VIETNAM],
	['Canada', ['US'], CANADA],
	['United States', ['CA', 'VN', 'TH'], UNITED_STATES],
];

describe.each(REACHING)('Allowed Countries of $name', (operation) => {
	const { parameter, label, defaultCountry: country = 'TH' } = operation.recipient;
	const test = new NodeTest(operation.type, operation.parameters);
	const run = async (typed: string, allowedCountries: string[]) =>
		await test.run({ parameters: { [parameter]: typed }, credential: { allowedCountries } });
	const reached = country === 'VN' ? VIETNAM : THAILAND;

	it.each(CASES)('refuses a number in %s where only %j may be reached', async (place, ...rest) => {
		const [allowed, typed] = rest;
		const result = await run(typed, allowed);
		expectRefusedInput(
			test,
			result,
			`${label} “${typed.replaceAll(' ', '')}”`,
			`belongs to ${place}, which this credential may not reach`,
		);
		expect(result.error?.description).toContain('Nothing was sent');
	});

	it.each([[[]], [[country]], [['NL', country]]])('sends where %j may be reached', async (list) => {
		const { error } = await run(reached, list);
		expect(error).toBeUndefined();
		expect(test.sent).toHaveLength(1);
	});

	it('refuses only the items that are elsewhere', async () => {
		const items = [{ to: reached }, { to: CANADA }, { to: reached }];
		const { output } = await test.run({
			parameters: { [parameter]: '={{ $json.to }}' },
			credential: { allowedCountries: [country] },
			items,
			settings: { onError: 'continueRegularOutput' },
		});
		expect(output.map(({ json }) => 'error' in json)).toEqual([false, true, false]);
		expect(output[1].json.error).toMatch(/belongs to Canada.* \[item 1\]$/);
		expect(test.sent).toHaveLength(2);
	});
});

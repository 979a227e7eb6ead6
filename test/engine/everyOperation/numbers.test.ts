import type { NodeParameterValueType } from 'n8n-workflow';
import { REACHING } from '../../providers';
import { THAILAND, VIETNAM } from '../../providers/samples';
import { NodeTest } from '../../support/nodeTest';
import { expectRefusedInput } from '../../support/refusedInput';

/** What an expression may yield instead of a text or a number. */
const WRONG_TYPES: Array<[string, RegExp]> = [
	['={{ null }}', /is empty/],
	['={{ $json.missing }}', /is empty/],
	['={{ { number: "+84919273027" } }}', /neither a text nor/],
	['={{ NaN }}', /nor a whole number/],
];
const CANADA = '+1 613 555 0123';
const UNITED_STATES = '+1 202 555 0123';
/** No network has this number. */
const NOBODY = '+84123456789';

// Which texts are numbers is tested in test/unit/shared/numbers and test/fuzz/numbers.test.ts.
describe.each(REACHING)('$name', ({ type, parameters, recipient }) => {
	const { parameter, label, wire, form, isOnlyCountry, takesMany, defaultCountry } = recipient;
	const [own, ownNational] =
		defaultCountry === 'TH' ? [THAILAND, '081 234 5678'] : [VIETNAM, '0919 273 027'];
	const test = new NodeTest(type, parameters);
	const run = async (typed: NodeParameterValueType, options = {}, credential = {}) =>
		await test.run({ parameters: { [parameter]: typed, options } as never, credential });
	const expectSent = ({ error }: { error?: Error }, number: string) => {
		expect(error).toBeUndefined();
		expect(test.sentBody[wire[0]]).toBe(number);
	};

	it.each(['0919 273 027', '+84 (0) 919 273 027', 919273027, '={{ "0919" + "273027" }}'])(
		'sends a number in the form of the provider, typed as %p',
		async (typed) => expectSent(await run(typed, { defaultCountry: 'VN' }), form(VIETNAM)),
	);

	it('asks for the country code with Default Country "none"', async () => {
		const options = { defaultCountry: 'none' };
		expectRefusedInput(test, await run(ownNational, options), label, 'its country code is missing');
		expectSent(await run(own, options), form(own));
	});

	it('reads a number of its own country without Default Country, or asks for the country code', async () => {
		const result = await run(ownNational);
		if (defaultCountry) return expectSent(result, form(own));
		expectRefusedInput(test, result, label, 'its country code is missing');
	});

	it('refuses a number that would become one of somebody else in its only country', async () => {
		const result = await run('+31 6 1234 5678');
		if (!isOnlyCountry) return expectSent(result, form('+31612345678'));
		expectRefusedInput(test, result, label, / “\+31612345678” is not a number in /);
	});

	it.each(WRONG_TYPES)('refuses %s, which is no number', async (typed, words) => {
		expectRefusedInput(test, await run(typed), label, words);
	});

	it('refuses several numbers, unless it takes them', async () => {
		const items = { text: `${own}, ${own}`, list: `={{ ["${own}"] }}` };
		for (const typed of Object.values(items)) {
			const result = await run(typed);
			if (takesMany) expect(result.error).toBeUndefined();
			else expectRefusedInput(test, result, label, /it holds several numbers|neither a text nor/);
		}
	});

	it.each([true, '={{ "true" }}'])(
		'sends an unknown number as typed where Send Number Unchanged is %p',
		async (sendNumberUnchanged) => {
			const result = await run(form(NOBODY), { sendNumberUnchanged });
			expectSent(result, form(NOBODY));
			expect(result.output[0].json.phoneNumber).toBe(form(NOBODY));
		},
	);

	it.each(['', '={{ false }}'])(
		'refuses an unknown number where Send Number Unchanged is %p',
		async (sendNumberUnchanged) => {
			const result = await run(form(NOBODY), { sendNumberUnchanged });
			expectRefusedInput(test, result, label, /is not a valid phone number/);
			expect(result.error?.description).toContain('Send Number Unchanged');
		},
	);

	it('refuses a country that is not allowed, though one with the same country code is', async () => {
		const result = await run(CANADA, {}, { allowedCountries: ['US'] });
		expectRefusedInput(
			test,
			result,
			label,
			'belongs to Canada, which this credential may not reach',
		);
		expect(result.error?.description).toContain('Nothing was sent');
	});

	it('refuses only the items in other countries', async () => {
		const { output } = await test.run({
			parameters: { [parameter]: '={{ $json.to }}' },
			credential: { allowedCountries: [defaultCountry ?? 'VN', 'NL'] },
			items: [{ to: own }, { to: UNITED_STATES }, { to: own }],
			settings: { onError: 'continueRegularOutput' },
		});
		expect(output.map(({ json }) => 'error' in json)).toEqual([false, true, false]);
		expect(output[1].json.error).toMatch(/belongs to United States.* \[item 1\]$/);
		expect(test.sent).toHaveLength(2);
	});
});

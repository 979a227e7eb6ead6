import { REACHING } from '../../providers';
import { NodeTest } from '../../support/nodeTest';
import { expectRefusedInput } from '../../support/refusedInput';

/** No network has this number. */
const NOBODY = '+84123456789';

describe.each(REACHING)('Send Number Unchanged of $name', (operation) => {
	const { parameter, label, wire, form } = operation.recipient;
	const test = new NodeTest(operation.type, operation.parameters);
	const unknown = form(NOBODY);
	const run = async (typed: unknown, sendNumberUnchanged: unknown, credential = {}) =>
		await test.run({
			parameters: { [parameter]: typed, options: { sendNumberUnchanged } } as never,
			credential,
		});

	it.each([true, 'true', '={{ true }}', '={{ "true" }}'])(
		'hands the number over as typed where it is %p',
		async (unchanged) => {
			const { error, output } = await run(unknown, unchanged);
			expect(error).toBeUndefined();
			expect(test.sentBody[wire[0]]).toBe(unknown);
			expect(output[0].json.phoneNumber).toBe(unknown);
		},
	);

	it.each([false, 'false', '', null, '={{ false }}'])(
		'refuses the number where it is %p',
		async (unchanged) => {
			const result = await run(unknown, unchanged);
			expectRefusedInput(test, result, label, /is not a valid phone number/);
			expect(result.error?.description).toContain('Send Number Unchanged');
		},
	);

	it.each([1, 'yes', ['no'], {}])('wants true or false, not %p', async (unchanged) => {
		const result = await run(unknown, unchanged);
		expectRefusedInput(test, result, 'Send Number Unchanged', /neither true nor false/);
	});

	it('changes nothing of a number that could be read', async () => {
		const typed = '+84 919-273-027';
		await run(typed, true);
		expect(test.sentBody[wire[0]]).toBe(typed);
	});

	it('needs a number all the same', async () => {
		expectRefusedInput(test, await run('={{ "" }}', true), label, /is empty/);
	});

	it('does not get a number of unknown country past Allowed Countries', async () => {
		const allowed = { allowedCountries: ['VN', 'TH'] };
		const result = await run(unknown, true, allowed);
		expectRefusedInput(test, result, label, /belongs to .+, which this credential may not reach/);
	});
});

import type { NodeParameterValueType } from 'n8n-workflow';
import { REACHING } from '../../providers';
import { NodeTest } from '../../support/nodeTest';
import { expectRefusedInput } from '../../support/refusedInput';

const INVALID: Array<[NodeParameterValueType, RegExp]> = [
	['   ', /is empty/],
	['abc', /it holds no phone number/],
	['call me', /it holds no phone number/],
	['12', /too short|no network/],
	['+84 12', /too short|no network/],
	['0919 273 02', /no network|digits|too short/],
	['+84 919 273 0271', /no network|digits|too long/],
	['+84 919 273 027 ext 5', /extension/],
	['+999 123 456 789', /country code/],
	['1'.repeat(300), /too long|no phone number/],
	[0, /is not a valid phone number/],
	[-84919273027, /nor a whole number/],
	[8.4919273027, /nor a whole number/],
	[true, /neither a text nor/],
];

/** What an expression may yield instead of a text or a number. */
const WRONG_TYPES: Array<[string, RegExp]> = [
	['={{ null }}', /is empty/],
	['={{ undefined }}', /is empty/],
	['={{ $json.missing }}', /is empty/],
	['={{ {} }}', /neither a text nor/],
	['={{ { number: "+84919273027" } }}', /neither a text nor/],
	['={{ [] }}', /is empty|neither a text nor/],
	['={{ NaN }}', /nor a whole number/],
	['={{ "true" }}', /it holds no phone number/],
];

describe.each(REACHING)('$name', ({ type, parameters, recipient }) => {
	const { parameter, label } = recipient;
	const test = new NodeTest(type, parameters);

	it.each([...INVALID, ...WRONG_TYPES])('refuses %p', async (typed, words) => {
		const options = { defaultCountry: 'VN' };
		const result = await test.run({ parameters: { [parameter]: typed, options } as never });
		expectRefusedInput(test, result, label, words);
	});

	it('names the item that has it', async () => {
		const items = [{ to: '+84919273027' }, { to: '+66812345678' }, { to: 'nobody' }];
		const result = await test.run({
			parameters: { [parameter]: '={{ $json.to }}', options: { maxConcurrency: 1 } },
			items: [items[2]],
		});
		expectRefusedInput(test, result, label, /“nobody”/);
		const second = await test.run({
			parameters: { [parameter]: '={{ $json.to }}', options: { maxConcurrency: 1 } },
			items: [items[0], items[2]],
		});
		expect(second.error?.message).toMatch(/“nobody”.* \[item 1\]$/);
		expect(test.sent).toHaveLength(1);
	});

	it.each(['vn', 'XX', 'Vietnam', 84, true, ['VN']])(
		'refuses %p as Default Country',
		async (defaultCountry) => {
			const options = { defaultCountry };
			const result = await test.run({
				parameters: { [parameter]: '+84919273027', options } as never,
			});
			expectRefusedInput(test, result, 'Default Country', /is not/);
		},
	);
});

const ONE_EACH = REACHING.filter(({ recipient }) => !recipient.takesMany);

describe.each(ONE_EACH)('$name, with one recipient per item', (operation) => {
	const { parameter, label } = operation.recipient;
	const test = new NodeTest(operation.type, operation.parameters);

	it.each(['+84919273027, +84919273028', '={{ ["+84919273027"] }}', '={{ [84919273027] }}'])(
		'refuses the list %p',
		async (typed) => {
			const result = await test.run({ parameters: { [parameter]: typed } });
			expectRefusedInput(test, result, label, /it holds several numbers|neither a text nor/);
		},
	);
});

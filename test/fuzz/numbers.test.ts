import fc from 'fast-check';
import { parsePhoneNumberWithError } from 'libphonenumber-js/max';
import type { CountryCode } from 'libphonenumber-js/max';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { getCountries, getCountryCallingCode } from '../../nodes/shared/numbers/phoneLibrary';
import { bodyOf, fakeExecution, json } from '../unit/support/execution';
import { fuzz } from './support/fuzz';
import { anyCharacters, anyJson, anyText } from './support/json';
import { ADDED, someNumber, written } from './support/numbers';
import { expectJson } from './support/output';
import { SUBJECTS } from './support/subjects';
import { expectPlainFailure, reportedBy } from './support/words';

const REACHING = SUBJECTS.flatMap(({ recipient, ...subject }) =>
	recipient ? [{ ...subject, recipient }] : [],
);
const WORLDWIDE = REACHING.filter(({ recipient }) => !recipient.isOnlyCountry);
type Reaching = (typeof REACHING)[number];

/** Runs the operation for one item; the provider says yes. */
async function call(
	subject: Reaching,
	typed: unknown,
	{ options = {}, allowedCountries = [] as string[] } = {},
) {
	const { node, parameters, credential, documented, recipient } = subject;
	const { context, sent } = fakeExecution({
		parameters: { ...parameters, options, [recipient.parameter]: typed } as IDataObject,
		credential: { ...credential, allowedCountries },
		respond: () => json(documented[0]),
	});
	const result = await (node.execute!.call(context) as Promise<INodeExecutionData[][]>).catch(
		(thrown: unknown) => ({ thrown }),
	);
	const targets = sent.flatMap((request) => subject.targetsIn(bodyOf(request)));
	return { result, sent, targets };
}

/** Nothing was sent, and the message begins with the name of the parameter. */
function expectRefused({ result, sent }: Awaited<ReturnType<typeof call>>, names: string[]): void {
	if (!('thrown' in result)) throw new Error(`Not refused: ${JSON.stringify(result)}`);
	const told = reportedBy(result.thrown);
	expectPlainFailure(told, 1);
	expect(told.outcome).toBe('notSent');
	expect(names.some((name) => told.message.startsWith(name))).toBe(true);
	expect(sent).toEqual([]);
}

/** Whoever pays for a number of another kind does so by Send Number Unchanged only. */
const REACHED_KINDS = ['MOBILE', 'FIXED_LINE', 'FIXED_LINE_OR_MOBILE', 'VOIP'];

const reaching = fc.constantFrom(...REACHING);
const typedNumber = fc.oneof(
	{
		weight: 4,
		arbitrary: fc.stringMatching(
			/^[+0 ()-]{0,4}[0-9]{1,6}([ .()/-]{0,2}[0-9]{1,4}){0,4}(( ?x|;ext=|#)[0-9]{1,5})?$/,
		),
	},
	{
		weight: 2,
		arbitrary: fc
			.tuple(someNumber, fc.nat(20), anyCharacters(2))
			.map(([number, at, more]) => number.number.slice(0, at) + more + number.number.slice(at)),
	},
	{ weight: 2, arbitrary: anyCharacters(20) },
	{
		weight: 1,
		arbitrary: fc.constantFrom(
			'+',
			'0'.repeat(300),
			'٠٩١٩٢٧٣٠٢٧',
			'+'.repeat(50),
			`+84${'9'.repeat(10_000)}`,
			'tel:+84919273027',
			'+800 1234 5678',
			'112',
		),
	},
	{ weight: 1, arbitrary: anyText },
	{ weight: 1, arbitrary: anyJson },
	{ weight: 1, arbitrary: fc.oneof(fc.maxSafeNat(), fc.double(), fc.constant(84919273027)) },
);
const countries = fc.constantFrom(...getCountries());
const country = fc.oneof(
	{ weight: 5, arbitrary: countries },
	{ weight: 1, arbitrary: fc.constant('none') },
	{ weight: 1, arbitrary: anyJson },
);

/**
 * Whatever is typed, with any default country: it is sent in the provider's own form, which is the number that the output
 * names; or nothing is sent, and the message begins with the parameter.
 */
fuzz(
	'numbers that are none, or may be',
	20,
	fc.record({
		to: reaching,
		typed: typedNumber,
		defaultCountry: fc.option(country, { nil: undefined }),
	}),
	async ({ to, typed, defaultCountry }) => {
		const made = await call(to, typed, { options: { defaultCountry } });
		if ('thrown' in made.result)
			return expectRefused(made, [to.recipient.label, 'Default Country', 'Caller']);
		expect(made.sent).toHaveLength(1);
		const outputs = made.result[0].map((output) => output.json);
		expect(made.targets).toHaveLength(to.recipient.takesMany ? made.targets.length : 1);
		for (const target of made.targets) expect(target).toMatch(to.recipient.pattern);
		for (const output of outputs) {
			expectJson(output);
			const { phoneNumber } = output;
			const number = parsePhoneNumberWithError(String(phoneNumber));
			expect(number.isValid()).toBe(true);
			expect(number.number).toBe(phoneNumber);
			expect(REACHED_KINDS).toContain(number.getType());
			if (to.recipient.isText) expect(number.getType()).not.toBe('FIXED_LINE');
			const forms = [
				number.number,
				number.number.slice(1),
				number.formatNational().replace(/\D/g, ''),
			];
			expect(made.targets.some((target) => forms.includes(target))).toBe(true);
		}
	},
);

/** A valid number, written as people of its country or of others write it, is that number. */
fuzz(
	'numbers of every country, as people write them',
	20,
	fc.record({ to: fc.constantFrom(...WORLDWIDE), number: someNumber, how: written }),
	async ({ to, number, how }) => {
		const { text, needsCountry } = how(number);
		const options = { defaultCountry: needsCountry ? number.country : 'none' };
		const { result, targets } = await call(to, text, { options });
		if ('thrown' in result) throw result.thrown;
		expect(result[0].map((output) => output.json.phoneNumber)).toEqual([number.number]);
		expect(targets).toEqual([to.recipient.form(number.number)]);
	},
);

/** Whatever tools, lists and spreadsheets add to a number, it reaches the person of the number or nobody. */
fuzz(
	'numbers with what tools add to them',
	15,
	fc.record({
		to: reaching,
		number: someNumber,
		added: fc.array(fc.constantFrom(...ADDED), { minLength: 1, maxLength: 3 }),
		defaultCountry: fc.option(country, { nil: undefined }),
	}),
	async ({ to, number, added, defaultCountry }) => {
		const typed = added.reduce((text, [before, behind]) => before + text + behind, number.number);
		// In a list, another number stands behind a comma: it may be one of the Default Country.
		const options = to.recipient.takesMany ? {} : { defaultCountry };
		const made = await call(to, typed, { options });
		if ('thrown' in made.result)
			return expectRefused(made, [to.recipient.label, 'Default Country', 'Caller']);
		const forms = [
			number.number,
			number.number.slice(1),
			number.formatNational().replace(/\D/g, ''),
		];
		for (const target of made.targets) expect(forms).toContain(target);
	},
);

/** The country of what was sent, as the provider would understand it. */
function countryOf(target: string, fallback: CountryCode | undefined) {
	const international = fallback || target.startsWith('+') ? target : `+${target}`;
	try {
		return parsePhoneNumberWithError(international, { defaultCountry: fallback }).country;
	} catch {
		return undefined;
	}
}

/**
 * With Allowed Countries nothing goes to any other country, however the number is written; where the number is sent
 * unchanged, its country is that of what was typed (docs/security.md#paid-traffic). And what is allowed is sent.
 */
fuzz(
	'Allowed Countries',
	15,
	fc.record({
		to: reaching,
		number: someNumber,
		how: written,
		allowedCountries: fc.uniqueArray(
			fc.oneof(countries, fc.constantFrom<CountryCode>('VN', 'TH')),
			{ minLength: 1, maxLength: 4 },
		),
		sendNumberUnchanged: fc.boolean(),
		own: fc.boolean(),
	}),
	async ({ to, number, how, allowedCountries, sendNumberUnchanged, own }) => {
		const { text, needsCountry } = how(number);
		const allowed = own ? [...allowedCountries, number.country!] : allowedCountries;
		const defaultCountry = needsCountry ? number.country : 'none';
		const options = { defaultCountry, sendNumberUnchanged };
		const made = await call(to, text, { options, allowedCountries: allowed });
		if ('thrown' in made.result) {
			expectRefused(made, [to.recipient.label]);
			const { defaultCountry: only, isOnlyCountry } = to.recipient;
			const isReached = !isOnlyCountry || number.country === only;
			expect(isReached && allowed.includes(number.country!)).toBe(false);
			return;
		}
		expect(allowed).toContain(number.country);
		for (const target of made.targets) {
			if (sendNumberUnchanged) continue;
			const { defaultCountry, isOnlyCountry } = to.recipient;
			const fallback = isOnlyCountry ? defaultCountry : undefined;
			expect(allowed).toContain(countryOf(target, fallback));
		}
		expect(getCountryCallingCode(number.country!)).toBe(number.countryCallingCode);
	},
);

import { NodeTest } from '../../../support/nodeTest';
import { expectRefusedInput } from '../../../support/refusedInput';
import { casesOf } from '../..';
import { THAILAND, VIETNAM } from '../../samples';
import { provider } from '../provider';

const [create] = casesOf(provider);
const test = new NodeTest(create.type, create.parameters);
const [one, two, three] = ['+84919273027', '+66812345678', '+31201234567'];

describe('one recipient', () => {
	it.each([
		one,
		`${one},`,
		`, ${one} ;`,
		`${one}\n`,
		`${one}, ${one}`,
		`${one}, +84 919 273 027, 0084919273027`,
		`={{ ["${one}"] }}`,
		`={{ [["${one}"], "", null, []] }}`,
		'={{ $json.to }}',
	])('is sent as `callee`: %j', async (callees) => {
		const { output, error } = await test.run({ parameters: { callees }, items: [{ to: one }] });
		expect(error).toBeUndefined();
		expect(test.sentBody.callee).toBe(one);
		expect(test.sentBody).not.toHaveProperty('callees');
		expect(output.map(({ json }) => json.callee)).toEqual([one]);
	});
});

describe('several recipients', () => {
	it.each([
		`${one},${two},${three}`,
		`${one}, ${two}; ${three}`,
		`${one}\n${two}\n${three}\n`,
		`${one}\r\n${two}\r\n${three}`,
		`+84 919 273 027, +66 81 234 5678, +31 20 123 4567`,
		`${one}, ${two}, ${one}, 0066 81 234 5678, ${three}`,
		`={{ ["${one}", "${two}", "${three}"] }}`,
		`={{ [["${one}", ["${two}"]], "${three}"] }}`,
		`={{ ["${one}, ${two}", "${three}"] }}`,
		`={{ ["${one}", "${one}", "${two}", "${three}", "${three}"] }}`,
		'={{ $json.people.map((person) => person.phone) }}',
	])('are sent as `callees`, each once and in order: %j', async (callees) => {
		const items = [{ people: [one, two, three].map((phone) => ({ phone })) }];
		const { output, error } = await test.run({ parameters: { callees }, items });
		expect(error).toBeUndefined();
		expect(test.sentBody.callees).toEqual([one, two, three]);
		expect(test.sentBody).not.toHaveProperty('callee');
		expect(output.map(({ json }) => json.callee)).toEqual([one, two, three]);
	});
});

it('puts out one item for each call, with the same code and its own challenge', async () => {
	const { output } = await test.run({
		parameters: { callees: '={{ $json.to }}' },
		items: [{ to: `${one}, ${two}` }, { to: three }],
	});
	expect(output.map(({ json, pairedItem }) => [json.phoneNumber, pairedItem])).toEqual([
		[one, { item: 0 }],
		[two, { item: 0 }],
		[three, { item: 1 }],
	]);
	const codeFor = (to: string) =>
		test.sandbox.state.inbox.find((call) => `+${call.to}` === to)?.code;
	expect(codeFor(one)).toBe(codeFor(two));
	const verified = await test.run({
		parameters: {
			resource: 'code',
			operation: 'verify',
			challenge: '={{ $json.challenge }}',
			code: '={{ $json.typed }}',
		},
		items: output.map(({ json }) => ({ ...json, typed: codeFor(json.phoneNumber as string) })),
	});
	expect(verified.output.map(({ json }) => [json.reason, json.phoneNumber])).toEqual([
		['match', one],
		['match', two],
		['match', three],
	]);
	const { challenge } = output[0].json;
	expect(new Set(output.map(({ json }) => json.challenge)).size).toBe(3);
	expect(challenge).toEqual(expect.any(String));
});

it('sends ten thousand numbers of one list in one request', async () => {
	const many = Array.from({ length: 10_000 }, (_, index) => `+8491${1_000_000 + index}`);
	const { output } = await test.run({
		parameters: { callees: '={{ $json.to }}' },
		items: [{ to: many }],
	});
	expect(test.sentBody.callees).toEqual(many);
	expect(output).toHaveLength(many.length);
	expect(test.sandbox.state.counters.accepted).toMatchObject({
		...{ total: many.length, recipientsOverOne: 0 },
	});
});

describe('a list with one invalid number', () => {
	it.each<[string, RegExp]>([
		[`${one}, nobody`, /“nobody” is not a valid phone number/],
		[`${one} ${two}`, /is not a valid phone number/],
		[`={{ ["${one}", { phone: "${two}" }] }}`, /“{"phone":".+"}” is not a valid phone number/],
		[`={{ ["${one}", true] }}`, /“true” is not a valid phone number/],
		['={{ [] }}', /^Callees is empty/],
		['={{ [null, "", [[]]] }}', /^Callees is empty/],
		[',;\n', /^Callees is empty/],
	])('is refused as a whole: %j', async (callees, words) => {
		expectRefusedInput(test, await test.run({ parameters: { callees } }), 'Callees', words);
	});
});

describe('Disable Callees Validation', () => {
	it.each([true, 'true'])(
		'sends invalid numbers, which CM.com skips, with %j',
		async (validation) => {
			const { output, error } = await test.run({
				parameters: {
					callees: `${one}, 12345, ${two}`,
					options: { disableCalleesValidation: validation },
				},
			});
			expect(error).toBeUndefined();
			expect(test.sentBody.callees).toEqual([one, '12345', two]);
			expect(output.map(({ json }) => [json.phoneNumber, json.outcome])).toEqual([
				[one, undefined],
				[two, undefined],
				['12345', 'refused'],
			]);
		},
	);

	it('asks by Retry for nobody whom CM.com skipped in an item that was done', async () => {
		test.sandbox.addFault({ match: { recipient: three.slice(1) }, times: 1, do: { status: 500 } });
		const options = { disableCalleesValidation: true, maxConcurrency: 1 };
		const parameters = { callees: '={{ $json.to }}', options };
		const failed = await test.run({ items: [{ to: `${one}, 12345` }, { to: three }], parameters });
		expect(failed.error).toBeDefined();
		const again = { retryOf: failed.run, store: failed.store, executionId: 'retry' };
		const { output, error } = await test.run({ ...again, parameters });
		expect(error).toBeUndefined();
		expect(output.map(({ json }) => json.phoneNumber)).toEqual([one, '12345', three]);
		const asked = test.sent.map(({ body }) => body?.callee ?? body?.callees);
		expect(asked).toEqual([[one, '12345'], three, three]);
	});

	it('refuses countries that are not allowed', async () => {
		const result = await test.run({
			parameters: {
				callees: `${one}, ${two}`,
				options: { disableCalleesValidation: true },
			},
			credential: { allowedCountries: ['VN'] },
		});
		expectRefusedInput(test, result, 'Callees “+66812345678”', /belongs to Thailand/);
	});
});

describe('Allowed Countries', () => {
	it('refuse a whole list for one recipient in another country', async () => {
		const result = await test.run({
			parameters: { callees: `${VIETNAM}, ${THAILAND}, +1 613 555 0123` },
			credential: { allowedCountries: ['VN', 'TH'] },
		});
		expectRefusedInput(test, result, 'Callees “+16135550123”', /belongs to Canada/);
	});

	it('apply to recipients, not to the caller', async () => {
		const { error } = await test.run({
			parameters: { caller: '+31 20 123 4567', callees: VIETNAM },
			credential: { allowedCountries: ['VN'] },
		});
		expect(error).toBeUndefined();
		expect(test.sent).toHaveLength(1);
	});
});

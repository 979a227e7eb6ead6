import type { NodeParameterValueType } from 'n8n-workflow';
import { REACHING } from '../../providers';
import { THAILAND, VIETNAM } from '../../providers/contract';
import { NodeTest } from '../../support/nodeTest';

/** [as typed, in E.164] */
type Form = [NodeParameterValueType, string];

const LANDLINE: Form = ['024 3825 1234', '+842438251234'];
const VIETNAMESE: Form[] = [
	...[
		'0919273027',
		'0919 273 027',
		'0919.273.027',
		'0919-273-027',
		'(0919) 273 027',
		' 0919273027 ',
		'919273027',
		'+84919273027',
		'+84 919 273 027',
		'+84 (0) 919 273 027',
		'+84-919-273-027',
		'0084 919 273 027',
		'84919273027',
		'０９１９２７３０２７',
		'0919\u00a0273\u00a0027',
		'\u202a+84 919 273 027\u202c',
	].map((typed): Form => [typed, VIETNAM]),
	[919273027, VIETNAM],
	[84919273027, VIETNAM],
	LANDLINE,
];

/** Ways to type the same number in Thailand. */
const THAI = [
	'0812345678',
	'081 234 5678',
	'081-234-5678',
	'+66812345678',
	'+66 (0) 81 234 5678',
	'0066812345678',
	'66812345678',
	812345678,
	66812345678,
];

describe.each(REACHING)('$name', ({ type, parameters, recipient }) => {
	const { parameter, wire, form, isOnlyCountry, isText, defaultCountry } = recipient;
	const test = new NodeTest(type, parameters);
	const sentNumber = async (typed: NodeParameterValueType, options = {}) => {
		const { error } = await test.run({ parameters: { [parameter]: typed, options } as never });
		expect(error).toBeUndefined();
		return test.sentBody[wire[0]];
	};

	const reached = isText ? VIETNAMESE.filter((one) => one !== LANDLINE) : VIETNAMESE;
	it.each(reached)('takes %p for a number in Vietnam', async (typed, e164) => {
		expect(await sentNumber(typed, { defaultCountry: 'VN' })).toBe(form(e164));
	});

	if (!isOnlyCountry)
		it.each(THAI)('takes %p for a number in Thailand', async (typed) => {
			expect(await sentNumber(typed, { defaultCountry: 'TH' })).toBe(form(THAILAND));
		});

	it('asks for the country code with Default Country "none", and takes it then', async () => {
		const options = { defaultCountry: 'none' };
		const { error } = await test.run({ parameters: { [parameter]: '0919 273 027', options } });
		expect(error?.message).toContain('its country code is missing');
		expect(test.requests).toEqual([]);
		expect(await sentNumber('+84 919 273 027', options)).toBe(form(VIETNAM));
	});

	it('reads the number from an expression', async () => {
		const number = '={{ $json.country + " " + $json.number }}';
		const items = [{ country: '+84', number: '919 273 027' }];
		await test.run({ parameters: { [parameter]: number }, items });
		expect(test.sentBody[wire[0]]).toBe(form(VIETNAM));
	});

	it('without Default Country takes a number for one of its own country, or asks for the code', async () => {
		const own = { VN: ['0919273027', VIETNAM], TH: ['081 234 5678', THAILAND] };
		const [typed, e164] = own[defaultCountry ?? 'VN'];
		if (defaultCountry) return expect(await sentNumber(typed)).toBe(form(e164));
		const { error } = await test.run({ parameters: { [parameter]: typed } });
		expect(error?.message).toContain('its country code is missing');
		expect(test.requests).toEqual([]);
	});

	if (isOnlyCountry)
		it.each(['+66 81 234 5678', '+1 613 555 0123', '+31 20 123 4567'])(
			'refuses %s, which would become a number of somebody else in its country',
			async (typed) => {
				const { error } = await test.run({ parameters: { [parameter]: typed } });
				expect(error?.message).toMatch(/^[A-Z][A-Za-z ]+ “\+\d+” is not a number in /);
				expect(test.requests).toEqual([]);
			},
		);
});

import type { NodeParameterValueType } from 'n8n-workflow';
import { NodeTest } from '../../support/nodeTest';
import { antBuddyCreate, REACHING } from '../../support/operations';

/** [as typed, AntBuddy's national form, ANTS' digits, CM.com's E.164] */
type Form = [NodeParameterValueType, string, string, string];

const mobile: [string, string, string] = ['0919273027', '84919273027', '+84919273027'];
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
	].map((typed): Form => [typed, ...mobile]),
	[919273027, ...mobile],
	[84919273027, ...mobile],
	['024 3825 1234', '02438251234', '842438251234', '+842438251234'],
];

/** [as typed, ANTS' digits, CM.com's E.164] */
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

describe.each(REACHING)('$name', ({ type, parameters, parameter, wire, provider }) => {
	const test = new NodeTest(type, parameters);
	const sentNumber = async (typed: NodeParameterValueType, options = {}) => {
		const { error } = await test.run({ parameters: { [parameter]: typed, options } as never });
		expect(error).toBeUndefined();
		return test.sentBody[wire];
	};
	const place = ['', 'AntBuddy', 'ANTS', 'CM.com'].indexOf(provider);

	it.each(VIETNAMESE)('takes %p for a number in Vietnam', async (...forms) => {
		expect(await sentNumber(forms[0], { defaultCountry: 'VN' })).toBe(forms[place]);
	});

	if (type !== 'antBuddyVoiceOtp')
		it.each(THAI)('takes %p for a number in Thailand', async (typed) => {
			const expected = provider === 'ANTS' ? '66812345678' : '+66812345678';
			expect(await sentNumber(typed, { defaultCountry: 'TH' })).toBe(expected);
		});

	it('asks for the country code with Default Country "none", and takes it then', async () => {
		const options = { defaultCountry: 'none' };
		const { error } = await test.run({ parameters: { [parameter]: '0919 273 027', options } });
		expect(error?.message).toContain('its country code is missing');
		expect(test.requests).toEqual([]);
		expect(await sentNumber('+84 919 273 027', options)).toBe(['', ...mobile][place]);
	});

	it('reads the number from an expression', async () => {
		const number = '={{ $json.country + " " + $json.number }}';
		const items = [{ country: '+84', number: '919 273 027' }];
		await test.run({ parameters: { [parameter]: number }, items });
		expect(test.sentBody[wire]).toBe(['', ...mobile][place]);
	});
});

describe('without Default Country', () => {
	const [antBuddy, ants, cm] = REACHING.map(
		({ type, parameters }) => new NodeTest(type, parameters),
	);

	it('AntBuddy takes a number for Vietnamese', async () => {
		await antBuddy.run({ parameters: { phoneNumber: '0919273027' } });
		expect(antBuddy.sentBody.alarm_phonenumber).toBe('0919273027');
	});

	it('ANTS takes a number for Thai', async () => {
		await ants.run({ parameters: { mobile: '081 234 5678' } });
		expect(ants.sentBody.mobile).toBe('66812345678');
	});

	it('CM.com, which calls worldwide, asks for the country code', async () => {
		const { error } = await cm.run({ parameters: { callees: '0919273027' } });
		expect(error?.message).toContain('its country code is missing');
		expect(cm.requests).toEqual([]);
	});
});

describe('AntBuddy, which dials the national form', () => {
	const test = new NodeTest(antBuddyCreate.type, antBuddyCreate.parameters);

	it.each(['+66 81 234 5678', '+1 613 555 0123', '+31 20 123 4567'])(
		'refuses %s, which would become a number of somebody else in Vietnam',
		async (phoneNumber) => {
			const { error } = await test.run({ parameters: { phoneNumber } });
			expect(error?.message).toMatch(/^Phone Number “\+\d+” is not a number in Vietnam/);
			expect(test.requests).toEqual([]);
		},
	);
});

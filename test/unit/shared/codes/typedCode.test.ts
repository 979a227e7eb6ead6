import fc from 'fast-check';
import { anyText } from '../../../support/anyText';
import { text } from '../../../../nodes/shared/fields/kinds';
import {
	comparable,
	readingsOf,
	requiredCode,
	withoutSeparators,
} from '../../../../nodes/shared/codes/typedCode';
import { failureOf } from '../../support/failure';
import { itemOf } from '../../support/item';

it.each([
	'012345',
	'０１２３４５',
	'๐๑๒๓๔๕',
	'٠١٢٣٤٥',
	'۰۱۲۳۴۵',
	'०१२३४५',
	'𝟎𝟏𝟐𝟑𝟒𝟓',
	'0️⃣1️⃣2️⃣3️⃣4️⃣5️⃣',
	'012 345',
	'012\u00a0345',
	'012.345',
	'012·345',
	'012_345',
	'012−345',
	'012-345',
	'012–345',
	'０１２ー３４５',
	' 0 1 2 3 4 5\n',
	'\u200e012\u2060345',
	'“012345”.',
])('reads the code 012345 in %j', (typed) => {
	expect(withoutSeparators(typed)).toBe('012345');
});

it.each([
	['K7QX', 'K7QX'],
	['k7-qx', 'k7qx'],
	['Ｋ７ ＱＸ', 'K7QX'],
	['k7.qx', 'k7.qx'],
	['K_7', 'K_7'],
	['7.qx', '7.qx'],
	['...', '...'],
	['12😀', '12😀'],
])('keeps of %j what counts: %j', (typed, code) => {
	expect(withoutSeparators(typed)).toBe(code);
});

it('compares letters in either case', () => {
	expect(comparable('k7qx')).toBe(comparable('K7 QX'));
});

it.each(['012345', '12345', '1', 'K7QX', '１２', ''])('has nine readings of %j', (typed) => {
	expect(readingsOf(typed)).toHaveLength(9);
});

it('reads a number that lost its leading zeros, and pads no other code', () => {
	expect(new Set(readingsOf('12345'))).toEqual(
		new Set(['12345', '012345', '0012345', '00012345', '000012345', '0000012345']),
	);
	expect(new Set(readingsOf('k7'))).toEqual(new Set(['K7', 'k7']));
	expect(new Set(readingsOf('7k'))).toEqual(new Set(['7K', '7k']));
	expect(new Set(readingsOf('7-k x'))).toEqual(new Set(['7KX', '7kx']));
});

it('reads digits however they are spaced out, in every script', () => {
	const zeros = fc.constantFrom(0x30, 0x660, 0x6f0, 0x966, 0xe50, 0x1040, 0xff10, 0x1d7ce, 0x1e950);
	const gap = fc.constantFrom('', ' ', '-', '–', '−', '.', '_', '\u200b', '\t', ' · ');
	fc.assert(
		fc.property(fc.stringMatching(/^[0-9]{1,12}$/), zeros, gap, (code, zero, between) => {
			const typed = [...code].map((digit) => String.fromCodePoint(zero + Number(digit)));
			expect(withoutSeparators(typed.join(between))).toBe(code);
		}),
	);
});

it('reads what it has read before as it is', () => {
	fc.assert(
		fc.property(anyText({ maxLength: 64 }), (typed) => {
			const code = withoutSeparators(typed);
			expect(withoutSeparators(code)).toBe(code);
			expect(readingsOf(typed)).toHaveLength(9);
		}),
	);
});

describe('requiredCode', () => {
	const field = text({
		displayName: 'Code',
		name: 'code',
		type: 'string',
		required: true,
		default: '',
	});
	const read = async (code: unknown) =>
		requiredCode((await itemOf({ parameters: { code } as never })).item, field);

	it('returns a code as it was typed', async () => {
		expect(await read(' 12-34 ')).toBe('12-34');
		expect(await read(12_345)).toBe('12345');
	});

	it.each([
		['', 'Code is empty'],
		[undefined, 'Code is empty'],
		[{}, 'Code “{}” is not a text'],
		[true, 'Code “true” is not a text'],
		[1.5, 'Code “1.5” is not a text'],
		[' - — ', 'Code holds nothing but spaces and dashes'],
	])('refuses %j', async (code, message) => {
		expect(await failureOf(async () => await read(code))).toMatchObject({
			message,
			outcome: 'notSent',
		});
	});
});

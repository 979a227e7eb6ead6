import fc from 'fast-check';
import { MASK, maskerFor } from '../../../../nodes/shared/answer/mask';

const digits = (minimum: number, maximum: number) =>
	fc.stringMatching(new RegExp(`^[0-9]{${minimum},${maximum}}$`));
const withoutDigits = fc.stringMatching(/^[A-Za-zäñ€:()!? ]{0,12}$/);
const separator = fc.constantFrom('', ' ', '-', ', ', '.', ' - ');
const clean = (value: unknown) => JSON.stringify(value).replace(/[\s,.-]/g, '');

it('masks with six stars', () => {
	expect(MASK).toBe('******');
});

it.each([
	['a whole text', '123456', MASK],
	['a whole text with blanks', ' 123456\n', MASK],
	['a number', 123456, MASK],
	['a text with the code in it', 'Your code is 123456.', `Your code is ${MASK}.`],
	['every place', '123456 and 123456', `${MASK} and ${MASK}`],
	['a code that is read out', '1 2 3, 4-5.6', MASK],
	['a code in groups', 'code 123-456!', `code ${MASK}!`],
	['lists and objects', { a: [{ b: '123456' }] }, { a: [{ b: MASK }] }],
])('masks %s', (_, value, expected) => {
	expect(maskerFor(['123456'])(value)).toEqual(expected);
});

it.each([
	['a longer number', 'call 84123456789'],
	['a number that ends with it', '+84123456'],
	['a number that begins with it', '1234567'],
	['another number', 1234567],
	['other values', { a: true, b: null, c: 12, d: undefined }],
	['a number with a slash in it', '123/456'],
	['keys', { '123456': 1, 'code 123456': 2 }],
])('keeps %s', (_, value) => {
	expect(maskerFor(['123456'])(value)).toEqual(value);
});

it('masks the number that a code with leading zeros becomes', () => {
	expect(maskerFor(['012345'])([12345, 123456])).toEqual([MASK, 123456]);
});

it.each([
	['a9c7', '0c342e74-a9c7-4bbd-8da4-b36a49bbc0d6'],
	['1234', '0c342e74-1234-4bbd-8da4-b36a49bbc0d6'],
	['1234', '5f1234ab9c7d4bbd8da4b36a'],
	['123456789012', '5f123456789012bbd8da4b36'],
])('keeps an ID that contains %s: %s', (code, id) => {
	expect(maskerFor([code])({ id, said: `call ${id}, code ${code}` })).toEqual({
		id,
		said: `call ${id}, code ${MASK}`,
	});
});

it('masks a secret of the credential in keys too', () => {
	const mask = maskerFor(['success'], ['s3cret!']);
	expect(mask({ success: 'success', 's3cret!': 1, 'is s3cret!': 2 })).toEqual({
		success: MASK,
		[MASK]: 1,
		[`is ${MASK}`]: 2,
	});
});

it('masks an ID that is the secret itself', () => {
	const token = '0c342e74-a9c7-4bbd-8da4-b36a49bbc0d6';
	expect(maskerFor([token])([token, `no ${token}`])).toEqual([MASK, `no ${MASK}`]);
});

it.each(['result', 'error', 'isErrorCount', 'success', '0304'])(
	'keeps the keys of an answer to the code %s',
	(code) => {
		const answer = { result: false, error: { success: 1 }, isErrorCount: true, '0304': 'x' };
		expect(maskerFor([code])(answer)).toEqual(answer);
	},
);

it('masks codes of letters in any case, and codes with characters that patterns use', () => {
	expect(maskerFor(['AbCd'])('so abcd it is')).toBe(`so ${MASK} it is`);
	expect(maskerFor(['AbCd'])('xABCDx')).toBe(`x${MASK}x`);
	expect(maskerFor(['a.*+?^${}()|[]\\/'])('x a.*+?^${}()|[]\\/ y')).toBe(`x ${MASK} y`);
	expect(maskerFor(['a..b'])('axxb')).toBe('axxb');
	expect(maskerFor(['😀😀😀😀'])('x😀 😀 😀 😀y')).toBe(`x${MASK}y`);
});

it('masks a code with separators in linear time, even in a text full of separators', () => {
	const code = `1${' '.repeat(60)}2`;
	const text = `1${' - '.repeat(20_000)}3`;
	expect(maskerFor([code])(text)).toBe(text);
	expect(maskerFor(['12 34'])('so 1234, 12 34 and 1 2 3 4 it is')).toBe(
		`so ${MASK}, ${MASK} and ${MASK} it is`,
	);
	expect(maskerFor(['....'])('so .... it is')).toBe(`so ${MASK} it is`);
});

it('masks a code with letters next to digits', () => {
	expect(maskerFor(['12ab'])('no. 712ab')).toBe(`no. 7${MASK}`);
	expect(maskerFor(['ab12'])('no. ab127')).toBe(`no. ${MASK}7`);
});

it('masks a short code only as a whole value', () => {
	const mask = maskerFor(['123', 'ab', '7']);
	const masked = mask(['123', 'AB', '7', 123, 7, 'in 123 days', 'cab']);
	expect(masked).toEqual([MASK, MASK, MASK, MASK, 7, 'in 123 days', 'cab']);
	expect(maskerFor(['12'])(12)).toBe(MASK);
	expect(maskerFor(['1234'])('in 1234 days')).toBe(`in ${MASK} days`);
	expect(maskerFor(['123'])('undefined')).toBe('undefined');
});

it('masks each of several codes', () => {
	expect(maskerFor(new Set(['1234', '5678']))('1234, 5678 x')).toBe(`${MASK}, ${MASK} x`);
});

it('returns the same value if there is no code to mask', () => {
	const value = { a: '' };
	expect(maskerFor([])(value)).toBe(value);
	expect(maskerFor([''])(value)).toBe(value);
	expect(maskerFor(['123456'])(undefined)).toBeUndefined();
});

it('masks any code in texts, with or without separators', () => {
	fc.assert(
		fc.property(
			digits(4, 10),
			withoutDigits,
			withoutDigits,
			separator,
			(code, before, after, gap) => {
				const said = `${before}${[...code].join(gap)}${after}`;
				const masked = maskerFor([code])({ said, list: [[said]] });
				expect(clean(masked)).not.toContain(code);
				expect(clean(masked)).toContain(MASK);
			},
		),
	);
});

it('masks any code that comes as a number', () => {
	fc.assert(
		fc.property(digits(2, 10), (code) => {
			expect(maskerFor([code])({ otp: Number(code) })).toEqual({ otp: MASK });
		}),
	);
});

it('keeps a longer number that contains the code', () => {
	fc.assert(
		fc.property(digits(4, 8), digits(0, 5), digits(0, 5), (code, before, after) => {
			fc.pre(before + after !== '');
			const phoneNumber = `+${before}${code}${after}`;
			expect(maskerFor([code])({ phoneNumber })).toEqual({ phoneNumber });
		}),
	);
});

it('keeps any value that does not contain the code', () => {
	fc.assert(
		fc.property(fc.jsonValue(), (value) => {
			const json = JSON.parse(JSON.stringify(value)) as unknown;
			expect(maskerFor(['a code that does not occur'])(json)).toEqual(json);
		}),
	);
});

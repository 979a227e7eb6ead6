import fc from 'fast-check';
import type { CountryCode } from '../../../../nodes/shared/numbers/phoneLibrary';
import { isNumber, readText } from '../../../../nodes/shared/numbers/readings';
import { mobileNumbers } from '../../support/phoneNumbers';

/** The number in E.164, or why there is none. */
function read(text: string, country?: CountryCode): string {
	const reading = readText(text, country);
	return isNumber(reading) ? reading.number.number : reading.reason;
}

const OTHER_TEXT = 'there is other text beside the number';
const SEVERAL = 'it holds several numbers';
const NO_NUMBER = 'it holds no phone number';
const DIGITS_LOST = 'a spreadsheet shortened it, and digits were lost';

describe('readText reads what people and tools write around a number', () => {
	it.each([
		'(+66) 81-234-5678',
		'[+66] 81 234 5678',
		'（+66）81 234 5678',
		'"+66 81 234 5678"',
		'“+66 81 234 5678”',
		'tel:+66-81-234-5678',
		'tel://+66812345678',
		'TEL: 081 234 5678',
		'66812345678@c.us',
		'66812345678:12@s.whatsapp.net',
		'66812345678_3@S.WhatsApp.net',
		'+66812345678@c.us',
		'%2B66812345678',
		'+ +66 81 234 5678',
		'\ufe0f+66 81 234\ufe0f 5678',
	])('%s in Thailand', (text) => {
		expect(read(text, 'TH')).toBe('+66812345678');
	});

	it.each([
		"'0919273027",
		'="0919273027"',
		'=+84919273027',
		'p:+84919273027',
		'callto:0919273027',
		'sms:+84919273027',
		'whatsapp:+84919273027',
		'"tel:0919273027"',
		'<0919273027>',
		'["0919273027"]',
		'\\"0919273027\\"',
		'0919\u202f273\u2002027',
		'0919\u3000273\u2800027',
		'0919\u3164273\uffa0027',
		'0️⃣9️⃣1️⃣9️⃣2️⃣7️⃣3️⃣0️⃣2️⃣7️⃣',
		'0919273027;',
		'0919273027 ;.,',
		', 0919273027,',
		'0919273027\u0000',
		'0919−273⁃027',
		'0919·273_027',
		'०९१९२७३०२७',
		'𝟎𝟗𝟏𝟗𝟐𝟕𝟑𝟎𝟐𝟕',
		'༠༩༡༩༢༧༣༠༢༧',
		'0919\n273\t027',
	])('%s in Vietnam', (text) => {
		expect(read(text, 'VN')).toBe('+84919273027');
	});

	it.each(['＋', '﹢', '⁺', '➕', '%2B', '%2b'])('the plus %s', (plus) => {
		expect(read(`${plus}84 919 273 027`)).toBe('+84919273027');
	});

	it.each([
		['+49 (0)30 / 123456', '+4930123456'],
		['0171/1234567', '+491711234567'],
		['06221/123456', '+496221123456'],
		['030-123456-78', '+493012345678'],
	])('a slash or dashes within a number: %s', (text, expected) => {
		expect(read(text, 'DE')).toBe(expected);
	});
});

describe('readText reads what a spreadsheet made of a number', () => {
	it.each([
		['+4930123456.0', '+4930123456'],
		['+84919273027.0', '+84919273027'],
		['+84 919 273 027  .  000', '+84919273027'],
		['84 919 273 027 , 00', '+84919273027'],
		['84919273027.00', '+84919273027'],
		['"84919273027".0', '+84919273027'],
		['919273027,0', '+84919273027'],
		['84.919.273.027,00', '+84919273027'],
		['84,919,273,027', '+84919273027'],
		['84,919,273,027.00', '+84919273027'],
		["84'919'273'027", '+84919273027'],
		['8.4919273027E10', '+84919273027'],
		['8,4919273027e+10', '+84919273027'],
		['+8.4919273027E10', '+84919273027'],
		['84.919273027E9', '+84919273027'],
		['8.491927302700E+10', '+84919273027'],
		['84919273027E0', '+84919273027'],
	])('%s', (text, expected) => {
		expect(read(text, 'VN')).toBe(expected);
	});

	it('and does not advise to send what it added', () => {
		expect(readText('+6281234567.0')).toEqual({
			reason: 'no network has such a number',
			advice: 'Enter the number alone, without what a spreadsheet or an app added to it.',
			handedOn: 'unchanged',
		});
	});

	it.each(['0919.000.000', '0919.000000', '0919 000 000'])('but zeros as zeros: %s', (text) => {
		expect(read(text, 'VN')).toBe('+84919000000');
	});

	it.each(['8.4919E+10', '8.49193E+10', '8.491927302E10', '8E10', '8.E+10', '8.49192730275E10'])(
		'and refuses it if digits were lost: %s',
		(text) => {
			expect(read(text, 'VN')).toBe(DIGITS_LOST);
		},
	);
});

describe('readText refuses', () => {
	it.each([
		['+4930123456 / 57', 'DE'],
		['02-123-4567/8', 'TH'],
		['02-123-4567-8', 'TH'],
		['02-123-4567 - 89', 'TH'],
		['02-123-4567~8', 'TH'],
		['0919273027; 0919273028', 'VN'],
		['0919273027, 28', 'VN'],
		['0919273027|0919273028', 'VN'],
		['0919273027، 0919273028', 'VN'],
		['0919273027؛0919273028', 'VN'],
		['0919273027،28', 'VN'],
		['0919273027、28', 'VN'],
		['123456 or 654321', 'VN'],
		['0919273027 or 0919273028', 'VN'],
		['Lan 0919273027, Minh 0919273028', 'VN'],
		['0919273027\n0919273028', 'VN'],
		['0919273027 0919273028', 'VN'],
		['+84919273027+84919273028', 'VN'],
		[`${'0919273027, '.repeat(40)}0919273028`, 'VN'],
	] as const)('several numbers: %s', (text, country) => {
		expect(read(text, country)).toBe(SEVERAL);
	});

	it.each([
		'Lan 0919273027',
		'0919273027 (Lan)',
		'84919273027@lid',
		'84919273027@g.us',
		'Lan 84919273027@c.us',
		'84919273027@c.us.example',
		'Lan 8.4919273027E10',
		'8.4919273027E10 Lan',
		'+84+84919273027',
		'191 police',
		'1-800-FLOWERS',
		`${'x'.repeat(300)} 0919273027`,
	])('other text beside the number: %s', (text) => {
		expect(read(text, 'VN')).toBe(OTHER_TEXT);
	});

	it.each(['#ERROR!', '#DIV/0!', 'N/A', 'null', 'hello', '-', '+', '()', '""', 'x'.repeat(300)])(
		'a text without a number: %s',
		(text) => {
			expect(read(text, 'VN')).toBe(NO_NUMBER);
		},
	);

	it.each(['+84 919 273 027 ext. 5', '+84919273027;ext=5', '0919273027x5', '0919273027 #12'])(
		'an extension: %s',
		(text) => {
			expect(read(text, 'VN')).toBe('it has an extension');
		},
	);

	it.each(['{{ $json.phone }}', '={{ $json.phone }}', '+84{{ $json.phone }}'])(
		'an expression that was not evaluated: %s',
		(text) => {
			expect(read(text, 'VN')).toBe('it is an expression in a field that is set to Fixed');
		},
	);

	it.each(['1'.repeat(300), '1.'.repeat(300)])('a number that is too long', (text) => {
		expect(read(text, 'VN')).toBe('it is too long');
	});

	it.each(['0919 273 027 8', '0919 273 027 12-3', '0919273027-123'])(
		'a number with digits too many, which is one number: %s',
		(text) => {
			expect(read(text, 'VN')).toBe('no network has such a number');
		},
	);

	it('what is written around a number beyond 250 characters', () => {
		expect(read(`tel:${'0919273027'.padStart(246)}`, 'VN')).toBe('+84919273027');
		expect(read(`tel:${'0919273027'.padStart(247)}`, 'VN')).toBe(OTHER_TEXT);
	});

	it('a text of any length soon', () => {
		const started = performance.now();
		expect(read('1 '.repeat(50_000), 'VN')).toBe('it is too long');
		expect(read(`1${','.repeat(100_000)}1`, 'VN')).toBe(NO_NUMBER);
		expect(performance.now() - started).toBeLessThan(8_000);
	});
});

describe('for any number of any country, readText', () => {
	const number = fc.constantFrom(...mobileNumbers);
	const zero = fc.constantFrom(0x30, 0x660, 0x6f0, 0x966, 0xe50, 0xff10, 0x1d7ce);
	const inScript = (text: string, first: number) =>
		text.replace(/\d/g, (digit) => String.fromCodePoint(first + Number(digit)));
	const space = fc.constantFrom(
		'',
		' ',
		'\u00a0',
		'\u202f',
		'\u2002',
		'\u2009',
		'\u200b',
		'\ufe0f',
	);
	const around = fc.constantFrom(
		...(['""', "''", '“”', '«»', '()', '[]', '<>', '={}', '=""', '\t\n'] as const),
		...['=', 'tel:', 'callto:', 'sms:', 'WhatsApp:', 'p:', '"tel:'].map((before) => [before, '']),
		...[';', ',', ' ;', '"', '\u200f'].map((behind) => ['', behind]),
	);

	it('reads it with its country code, whatever is around it and between its digits', () => {
		fc.assert(
			fc.property(
				number,
				zero,
				around,
				fc.array(space, { minLength: 16 }),
				(one, first, ends, gaps) => {
					const spaced = [...one.number]
						.map((character, at) => character + (gaps[at] ?? ''))
						.join('');
					const text = `${ends[0]}${inScript(spaced, first)}${ends[1]}`;
					expect(read(text)).toBe(one.number);
				},
			),
			{ numRuns: 1000 },
		);
	});

	it('reads its WhatsApp ID', () => {
		fc.assert(
			fc.property(number, fc.constantFrom('@c.us', '@s.whatsapp.net'), ({ number: e164 }, host) => {
				expect(read(`${e164.slice(1)}${host}`)).toBe(e164);
				expect(read(`${e164.slice(1)}@lid`)).toBe(OTHER_TEXT);
			}),
		);
	});

	it('reads it as a spreadsheet writes it, unless digits were lost', () => {
		fc.assert(
			fc.property(number, fc.constantFrom('', '+'), fc.nat(20), ({ number: e164 }, plus, kept) => {
				const digits = e164.slice(1);
				const [first, rest, places] = [digits[0], digits.slice(1), digits.length - 1];
				expect(read(`+${first}.${rest}E${plus}${places}`)).toBe(e164);
				const shortened = `+${first}.${rest.slice(0, kept)}E${plus}${places}`;
				expect(read(shortened)).toBe(kept < places ? DIGITS_LOST : e164);
				expect(read(`${e164}.0`)).toBe(e164);
			}),
			{ numRuns: 300 },
		);
	});

	it('refuses it with other text beside it, and never reads another number', () => {
		const words = fc
			.stringMatching(/^[a-zà-ỹ]{2,12}$/u)
			.filter((word) => !/x|ext|int|anexo/.test(word));
		fc.assert(
			fc.property(number, words, fc.boolean(), ({ number: e164 }, word, isBefore) => {
				expect(read(isBefore ? `${word} ${e164}` : `${e164} ${word}`)).toBe(OTHER_TEXT);
			}),
			{ numRuns: 300 },
		);
	});

	it('refuses two of them', () => {
		const between = fc.constantFrom(',', '; ', ' / ', '\n', '|', ' & ', ' or ', ' - ');
		fc.assert(
			fc.property(number, number, between, (one, other, mark) => {
				expect(read(`${one.number}${mark}${other.number}`)).toBe(SEVERAL);
			}),
			{ numRuns: 300 },
		);
	});

	it('says that the plus is missing, if nothing else is', () => {
		fc.assert(
			fc.property(number, ({ number: e164 }) => {
				const reading = readText(e164.slice(1));
				expect(reading).toMatchObject({
					reason: 'the plus is missing in front of its country code',
					advice: `If it is ${e164}, write it with the plus.`,
				});
			}),
			{ numRuns: 300 },
		);
	});
});

import { asciiDigit } from '../values';

/** Why a text is not one phone number. */
export interface Unreadable {
	/** Follows “is not a valid phone number: ”. */
	reason: string;
	/** The next step; left out if the number may be right although it is not recognized. */
	advice?: string;
	/** Set if no provider gets the text as typed, or only with Send Number Unchanged. */
	handedOn?: 'never' | 'unchanged';
}

const EXPRESSION: Unreadable = {
	reason: 'it is an expression in a field that is set to Fixed',
	advice: 'To use the expression, switch the field to Expression.',
	handedOn: 'never',
};
const DIGITS_LOST: Unreadable = {
	reason: 'a spreadsheet shortened it, and digits were lost',
	advice: 'Format the column of the spreadsheet as text, and enter the whole number there again.',
	handedOn: 'unchanged',
};
const EXTENSION: Unreadable = {
	reason: 'it has an extension',
	advice: 'Leave the extension out: nobody can dial it.',
	handedOn: 'unchanged',
};
const OTHER_TEXT: Unreadable = {
	reason: 'there is other text beside the number',
	advice: 'Leave out everything but the number, or check the expression in the field.',
};
const NO_NUMBER: Unreadable = {
	reason: 'it holds no phone number',
	advice: 'Enter a phone number, or check the expression in the field.',
};
export const SEVERAL: Unreadable = {
	reason: 'it holds several numbers',
	advice: 'Give each number by itself and in full.',
	handedOn: 'unchanged',
};

/** Characters. No tool writes a longer number, and the patterns below need a limit. */
const LONGEST_TEXT = 250;

/** The text in ASCII: digits, plus, separators and line ends in one form, nothing invisible, no quotes or brackets. */
const inAscii = (text: string): string =>
	text
		.replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}\u20E3]/gu, '')
		.replace(/[\uFF01-\uFF5E]/g, (full) => String.fromCharCode(full.charCodeAt(0) - 0xfee0))
		.replace(/[^\P{Nd}0-9]/gu, asciiDigit)
		.replace(/[﹢⁺➕]|%2B/giu, '+')
		// A line end or a tab may separate two numbers, like a slash.
		.replace(/[\t-\r\u0085\u2028\u2029]/g, '/')
		.replace(/\p{Cc}/gu, '')
		.replace(/[\s\u2800\\"'`´′″<>\p{Pi}\p{Pf}\p{Ps}\p{Pe}]/gu, ' ')
		.replace(/[\p{Pd}\u2212\u2043\u30FC]/gu, '-')
		.replace(/[·•‧・_]/g, '.')
		.replace(/[،、]/g, ',')
		.replace(/؛/g, ';');

/** Characters that a formula, a link or a list puts before a number, or a list after it. */
const BEFORE = /^(?:[\s=;,/]|(?:tel|callto|sms|smsto|mms|mmsto|whatsapp|p) ?:(?:\/\/)?)+/i;
const BEHIND = /[\s;,./]+$/;

/** A person's WhatsApp ID: a number with its country code, which a device number may follow. */
const WHATSAPP_ID = /^\+?([1-9]\d+)(?:[.:]\d+)*@(?:c\.us|s\.whatsapp\.net)$/i;

const SCIENTIFIC = /^(\+?\d+)(?:[.,](\d*))? ?e ?\+?(\d{1,3})$/i;

/** The zeros of a decimal fraction: 84919273027.0 and 84.919.273.027,00, but not 0919.000.000 or 0919.000000. */
const DECIMALS = /^((?:[^\d.]*\d){5,}) *\. *0+$|^([^,]*\d) *, *0{1,2}$/;

const THOUSANDS = /^\+?\d{1,4}(?:,\d{3}){2,}$/;

/** Removes what a spreadsheet adds to a phone number that it formats as a quantity. */
function withoutFormat(text: string): string | Unreadable {
	const scientific = SCIENTIFIC.exec(text);
	if (scientific) {
		const [, whole, fraction = '', exponent] = scientific;
		const places = Number(exponent);
		const isWhole = fraction.length >= places && /^0*$/.test(fraction.slice(places));
		return isWhole ? whole + fraction.slice(0, places) : DIGITS_LOST;
	}
	const integer = DECIMALS.exec(text)?.slice(1).find(Boolean) ?? text;
	return THOUSANDS.test(integer) ? integer.replaceAll(',', '') : integer;
}

const EXTENDED = /\d[\s,;]*(?:ext(?:ension|n)?|x|#|int|anexo|доб)[\s.:=]*\d{1,7}#?$/iu;

const BARE = /^\+?[\d .\-/]+$/;

/** The number of digits of any script in a text. */
export const digitsIn = (text: string): number => text.match(/\p{Nd}/gu)?.length ?? 0;

/** Why a text that contains more than a number cannot be read. */
function whyUnreadable(text: string): Unreadable {
	if (digitsIn(text) < 3) return NO_NUMBER;
	if (EXTENDED.test(text)) return EXTENSION;
	const numbers = text.split(/[^\d .\-/]/).filter((piece) => digitsIn(piece) >= 6);
	const isList = numbers.length > 1 || /^\+?[\d .\-/,;|&~]+$/.test(text);
	return isList ? SEVERAL : OTHER_TEXT;
}

/**
 * Removes what people and their tools write around a number and between its digits.
 *
 * @returns the number's digits, perhaps with a plus before and separators between them; or why there is no such number
 */
export function bareNumber(text: string): string | Unreadable {
	if (text.includes('{{')) return EXPRESSION;
	const ascii = inAscii(text);
	if (ascii.length > LONGEST_TEXT) return BARE.test(ascii) ? ascii : whyUnreadable(ascii);
	const trimmed = ascii.replace(BEFORE, '').replace(BEHIND, '');
	const whole = withoutFormat(trimmed.replace(WHATSAPP_ID, '+$1'));
	if (typeof whole !== 'string') return whole;
	const bare = whole.replace(/^\+[ +]*/, '+');
	if (!/\d/.test(bare)) return NO_NUMBER;
	return BARE.test(bare) ? bare : whyUnreadable(bare);
}

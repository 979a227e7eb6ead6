import fc from 'fast-check';
import { asTyped } from '../../../../nodes/shared/fields/field';
import type { Declaration } from '../../../../nodes/shared/fields/field';
import {
	choice,
	text,
	textOrJson,
	webAddress,
	wholeNumber,
	yesOrNo,
} from '../../../../nodes/shared/fields/kinds';
import { forMessage } from '../../../../nodes/shared/values';
import { failureOf } from '../../support/failure';

const owner = {
	invalid: (message: string, description: string) =>
		Object.assign(new Error(message), { description }),
};
const declared = (more: Partial<Declaration> = {}): Declaration => ({
	displayName: 'Field (Seconds)',
	name: 'field',
	type: 'string',
	default: '',
	...more,
});
const within = (minValue?: number, maxValue?: number) =>
	wholeNumber(declared({ typeOptions: { minValue, maxValue } }));
const options = ['a', 'b', '1'].map((value) => ({ name: value, value }));
const kinds = {
	wholeNumber: within(10, 60),
	text: text(declared({ maxLength: 5 })),
	textOrJson: textOrJson(declared({ maxLength: 9 })),
	yesOrNo: yesOrNo(declared()),
	choice: choice(declared({ options })),
	webAddress: webAddress(declared()),
};
const anyKind = Object.values(kinds);
const long = 'x'.repeat(61);
const odd = { toString: 1, valueOf: 1 };

it('keeps details that n8n does not know out of the property', () => {
	const details = { wire: 'field', form: 'a word', maxLength: 5, sentWith: 'other', label: 'Name' };
	const field = text(declared(details));
	expect(field).toMatchObject(details);
	expect(field.property).toEqual(declared());
});

it('has the form of a web address', () => {
	expect(kinds.webAddress.form).toBe('a web address');
});

it.each([undefined, null, '', '  \n'])('reads %j as left out', (value) => {
	expect(anyKind.map((kind) => kind.read(owner, value))).toEqual(anyKind.map(() => undefined));
});

it.each([undefined, null, '', '  \n'])('refuses %j for a required field', async (value) => {
	const field = text(declared({ required: true }));
	expect(await failureOf(() => field.read(owner, value))).toMatchObject({
		message: 'Field is empty',
		description: 'Enter a value for Field, or check the expression in it.',
	});
});

it('returns a value unchanged that the operation reads itself', () => {
	const field = asTyped(declared({ required: true }));
	for (const value of ['', null, odd]) expect(field.read(owner, value)).toBe(value);
});

it.each<[keyof typeof kinds, unknown, unknown]>([
	['wholeNumber', 10, 10],
	['wholeNumber', 60, 60],
	['wholeNumber', ' 42 ', 42],
	['wholeNumber', 42n, 42],
	['text', ' abcde ', 'abcde'],
	['text', 12345, '12345'],
	['textOrJson', { a: [1] }, '{"a":[1]}'],
	['textOrJson', ' order 1 ', 'order 1'],
	['yesOrNo', false, false],
	['yesOrNo', ' TRUE\n', true],
	['choice', ' a\n', 'a'],
	['choice', 'b', 'b'],
	['webAddress', ' https://example.com/a?b=c ', 'https://example.com/a?b=c'],
	['webAddress', 'http://localhost:5678/x', 'http://localhost:5678/x'],
])('reads as %s %p as %p', (kind, value, expected) => {
	expect(kinds[kind].read(owner, value)).toBe(expected);
});

const NOT_WHOLE = 'which is not a whole number from 10 to 60';
const NEITHER = 'which is neither true nor false';
const NO_VALUE = 'which is not among its values';

it.each<[keyof typeof kinds, unknown, string]>([
	['wholeNumber', 9, `Field is “9”, ${NOT_WHOLE}`],
	['wholeNumber', 61, `Field is “61”, ${NOT_WHOLE}`],
	['wholeNumber', 10.5, `Field is “10.5”, ${NOT_WHOLE}`],
	['wholeNumber', true, `Field is “true”, ${NOT_WHOLE}`],
	['wholeNumber', [42], `Field is “[42]”, ${NOT_WHOLE}`],
	['wholeNumber', NaN, `Field is “NaN”, ${NOT_WHOLE}`],
	['wholeNumber', Infinity, `Field is “Infinity”, ${NOT_WHOLE}`],
	['wholeNumber', long, `Field is “${'x'.repeat(60)}”, ${NOT_WHOLE}`],
	['wholeNumber', Symbol('s'), `Field is “Symbol(s)”, ${NOT_WHOLE}`],
	['text', false, 'Field “false” is not a text'],
	['text', 1.5, 'Field “1.5” is not a text'],
	['text', { a: 1 }, 'Field “{"a":1}” is not a text'],
	['text', 'abcdef', 'Field is 6 characters long; at most 5 are possible'],
	['textOrJson', true, 'Field “true” is not a text'],
	['textOrJson', { a: 10n }, 'Field “a value of type object” is not a text'],
	['textOrJson', { order: 1 }, 'Field is 11 characters long; at most 9 are possible'],
	['yesOrNo', 'yes', `Field is “yes”, ${NEITHER}`],
	['yesOrNo', 1, `Field is “1”, ${NEITHER}`],
	['yesOrNo', ['true'], `Field is “["true"]”, ${NEITHER}`],
	['choice', 'B', `Field is “B”, ${NO_VALUE}`],
	['choice', 1, `Field is “1”, ${NO_VALUE}`],
	['choice', ['a'], `Field is “["a"]”, ${NO_VALUE}`],
	['webAddress', 'example.com', 'Field “example.com” is not a web address'],
	['webAddress', 'ftp://example.com', 'Field “ftp://example.com” is not a web address'],
	['webAddress', 'httpsx://a', 'Field “httpsx://a” is not a web address'],
	['webAddress', 'xhttps://a', 'Field “xhttps://a” is not a web address'],
	['webAddress', odd, 'Field “{"toString":1,"valueOf":1}” is not a web address'],
])('refuses as %s %p', async (kind, value, message) => {
	expect((await failureOf(() => kinds[kind].read(owner, value))).message).toBe(message);
});

it.each<[keyof typeof kinds, unknown, string]>([
	['wholeNumber', 9, 'Set Field to a whole number from 10 to 60.'],
	['text', false, 'Give Field a text, or check the expression in it.'],
	['text', 'abcdef', 'Shorten Field to 5 characters.'],
	['yesOrNo', 'yes', 'Set Field to true or false.'],
	['choice', 'B', 'Set Field to one of: a, b, 1.'],
	[
		'webAddress',
		'x',
		'Enter a full address, e.g. https://example.com/callback, or {{ $execution.resumeUrl }} to resume this workflow.',
	],
])('advises as %s what to do about %p', async (kind, value, description) => {
	expect((await failureOf(() => kinds[kind].read(owner, value))).description).toBe(description);
});

it('has no maximum unless one is declared, and names only the minimum', async () => {
	const largest = Number.MAX_SAFE_INTEGER;
	expect(within(1).read(owner, largest)).toBe(largest);
	expect((await failureOf(() => within(1).read(owner, 0))).message).toBe(
		'Field is “0”, which is not a whole number of 1 or more',
	);
	expect(text(declared()).read(owner, long)).toBe(long);
});

it('reads every whole number within the limits and no other', async () => {
	await fc.assert(
		fc.asyncProperty(fc.oneof(fc.integer({ min: -9, max: 9 }), fc.double()), async (value) => {
			const read = () => within(-4, 4).read(owner, value);
			const isWithin = Number.isInteger(value) && value >= -4 && value <= 4;
			if (isWithin) expect(read()).toBe(value);
			else expect((await failureOf(read)).message).toContain('from -4 to 4');
		}),
	);
});

it.each([
	[{ toJSON: () => undefined }, 'a value of type object'],
	[odd, '{"toString":1,"valueOf":1}'],
	[Symbol('s'), 'Symbol(s)'],
])('names a value without text in the message: %p', (value, shown) => {
	expect(forMessage(value)).toBe(shown);
});

it('names an object that contains itself in the message', () => {
	const circle: Record<string, unknown> = {};
	circle.within = circle;
	expect(forMessage(circle)).toBe('a value of type object');
});

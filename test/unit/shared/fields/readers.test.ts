import {
	oneOf,
	requiredText,
	textUpTo,
	webAddress,
	wholeNumber,
	yesOrNo,
} from '../../../../nodes/shared/fields/readers';
import type { Item } from '../../../../nodes/shared/items/item';
import { forMessage } from '../../../../nodes/shared/values';
import { failureOf } from '../../support/failure';
import { itemOf } from '../../support/item';

let item: Item;
beforeAll(async () => {
	({ item } = await itemOf({ index: 1 }));
});

const refusal = (message: string, description: string) => ({
	kind: 'operation',
	message,
	description,
	outcome: 'notSent',
	itemIndex: 1,
});
const field = (value: unknown) => ({ name: 'Field', value });

describe('a field that was left out', () => {
	it.each([undefined, null, '', '  \n'])('is undefined for %j', (value) => {
		expect(wholeNumber(item, field(value), 1)).toBeUndefined();
		expect(textUpTo(item, field(value), 5)).toBeUndefined();
		expect(yesOrNo(item, field(value))).toBeUndefined();
		expect(oneOf(item, field(value), ['a'])).toBeUndefined();
		expect(webAddress(item, field(value))).toBeUndefined();
	});

	it.each([undefined, null, '', '  \n'])('is refused where it is required: %j', async (value) => {
		expect(await failureOf(() => requiredText(item, field(value), 5))).toEqual(
			refusal('Field is empty', 'Enter a value for Field, or check the expression in it.'),
		);
	});
});

describe('textUpTo and requiredText', () => {
	it.each([
		[' abcde ', 'abcde'],
		[12345, '12345'],
	])('read %j', (value, expected) => {
		expect(textUpTo(item, field(value), 5)).toBe(expected);
		expect(requiredText(item, field(value), 5)).toBe(expected);
	});

	it.each([
		[false, 'false'],
		[[1], '[1]'],
		[1.5, '1.5'],
		[{ a: 1 }, '{"a":1}'],
	])('refuse %j', async (value, shown) => {
		expect(await failureOf(() => textUpTo(item, field(value), 5))).toEqual(
			refusal(
				`Field “${shown}” is not a text`,
				'Give Field a text, or check the expression in it.',
			),
		);
	});

	it('refuse what is too long', async () => {
		const expected = refusal(
			'Field is 6 characters long; at most 5 are possible',
			'Shorten Field to 5 characters.',
		);
		expect(await failureOf(() => textUpTo(item, field('abcdef'), 5))).toEqual(expected);
		expect(await failureOf(() => requiredText(item, field('abcdef'), 5))).toEqual(expected);
	});
});

describe('yesOrNo', () => {
	it.each([
		[true, true],
		[false, false],
		['TRUE', true],
		['False', false],
		[' true\n', true],
	])('reads %j', (value, expected) => {
		expect(yesOrNo(item, field(value))).toBe(expected);
	});

	it.each([
		['yes', 'yes'],
		[1, '1'],
		[['true'], '["true"]'],
	])('refuses %j', async (value, shown) => {
		expect(await failureOf(() => yesOrNo(item, field(value)))).toEqual(
			refusal(
				`Field is “${shown}”, which is neither true nor false`,
				'Set Field to true or false.',
			),
		);
	});
});

describe('oneOf', () => {
	it('reads a documented value', () => {
		expect(oneOf(item, field('b'), ['a', 'b'])).toBe('b');
		expect(oneOf(item, field(' a\n'), ['a', 'b'])).toBe('a');
	});

	it.each([
		['B', 'B'],
		[1, '1'],
		[['a'], '["a"]'],
	])('refuses %j', async (value, shown) => {
		expect(await failureOf(() => oneOf(item, field(value), ['a', 'b', '1']))).toEqual(
			refusal(
				`Field is “${shown}”, which is not among its values`,
				'Set Field to one of: a, b, 1.',
			),
		);
	});
});

describe('what JavaScript cannot put into text', () => {
	const odd = { toString: 1, valueOf: 1 };
	const circle: Record<string, unknown> = {};
	circle.within = circle;

	it.each([
		[circle, 'a value of type object'],
		[{ toJSON: () => undefined }, 'a value of type object'],
		[odd, '{"toString":1,"valueOf":1}'],
		[Symbol('s'), 'Symbol(s)'],
	])('is shown all the same: %p', (value, text) => {
		expect(forMessage(value)).toBe(text);
	});

	it('is refused in plain words', async () => {
		expect((await failureOf(() => webAddress(item, field(odd)))).message).toBe(
			'Field “{"toString":1,"valueOf":1}” is not a web address',
		);
		expect((await failureOf(() => wholeNumber(item, field(Symbol('s')), 1))).message).toBe(
			'Field is “Symbol(s)”, which is not a whole number of 1 or more',
		);
	});
});

describe('webAddress', () => {
	it.each(['https://example.com/a?b=c', 'http://localhost:5678/x'])('reads %s', (address) => {
		expect(webAddress(item, field(` ${address} `))).toBe(address);
	});

	it.each([
		'example.com',
		'ftp://example.com',
		'httpsx://example.com',
		'xhttps://a',
		'javascript:x',
	])('refuses %s', async (address) => {
		expect(await failureOf(() => webAddress(item, field(address)))).toEqual(
			refusal(
				`Field “${address}” is not a web address`,
				'Enter a full address, e.g. https://example.com/callback, or {{ $execution.resumeUrl }} to resume this workflow.',
			),
		);
	});
});

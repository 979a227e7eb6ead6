import fc from 'fast-check';
import { messageIn } from '../../../../nodes/shared/answer/words';
import type { Answer } from '../../../../nodes/shared/provider';

const wordsIn = (body: unknown) =>
	messageIn({ status: 400, headers: {}, bodyKind: 'JSON', body: body as Answer['body'] });

const KEYS = [
	'message',
	'messageDetails',
	'detail',
	'details',
	'description',
	'error',
	'errors',
	'messages',
	'reason',
	'title',
];

it.each(KEYS)('reads %s', (key) => {
	expect(wordsIn({ other: 'x', [key]: ' Said ' })).toBe('Said');
});

it('puts the most specific key first, wherever it is', () => {
	const reversed = Object.fromEntries([...KEYS].reverse().map((key) => [key, `said ${key}`]));
	expect(wordsIn(reversed)).toBe(KEYS.map((key) => `said ${key}`).join('; '));
});

it.each([
	['detail of Django REST Framework', { detail: 'Not found.' }, 'Not found.'],
	[
		'its form answers',
		{ username: ['This field is required.'] },
		'username: This field is required.',
	],
	['several words about a field', { mobile: ['bad', 'worse'] }, 'mobile: bad, worse'],
	['words about the whole form', { non_field_errors: ['No such account'] }, 'No such account'],
	['several fields', { a: 'one', b: ['two'] }, 'a: one; b: two'],
	[
		'messages of CM.com',
		{ messages: [{ to: '+31', messageDetails: 'Bad number', errorCode: 5 }], details: 'No call' },
		'No call; Bad number',
	],
	['the same words once', { message: 'No', error: { message: 'No' }, details: 'Why' }, 'No; Why'],
	['a list of texts', ['one', 'two'], 'one; two'],
	['four levels', { error: { error: { error: { error: 'deep' } } } }, 'deep'],
	['what is left beside blank words', { message: ' ', detail: 'Why' }, 'Why'],
	['words without the blanks around them', { message: ' No ', detail: ' Why ' }, 'No; Why'],
	['words on several lines in one', { message: 'one\r\n\ttwo' }, 'one two'],
])('reads %s', (_, body, expected) => {
	expect(wordsIn(body)).toBe(expected);
});

it.each([
	['nothing', undefined],
	['an empty object', {}],
	['an empty list', []],
	['blank text', { message: '  ', field: [''] }],
	['numbers and yes or no', { message: 5, error: true, field: null }],
	['five levels of lists', [[[[['too deep']]]]]],
	['five levels', { error: { error: { error: { error: { error: 'too deep' } } } } }],
])('finds no message in %s', (_, body) => {
	expect(wordsIn(body)).toBe('');
});

it.each(['code', 'errorCode', 'status', 'statusCode', 'to', 'path', 'timestamp', 'ERRORCODE'])(
	'leaves out %s, which means nothing to a user',
	(key) => {
		expect(wordsIn({ [key]: 'x', field: 'said' })).toBe('field: said');
	},
);

it('keeps keys that only contain the name of such a key', () => {
	expect(wordsIn({ postcode: 'x', codec: 'y' })).toBe('postcode: x; codec: y');
});

it('returns a text body on one line', () => {
	const answer = { status: 500, headers: {}, bodyKind: 'plain text', text: ' Out of\norder ' };
	expect(messageIn({ ...answer, body: { message: 'not this' } })).toBe('Out of order');
	expect(messageIn({ ...answer, text: '' })).toBe('');
});

it('returns one line for any JSON, and never throws', () => {
	fc.assert(
		fc.property(fc.jsonValue(), (body) => {
			const words = wordsIn(body);
			expect(words).toBe(words.trim());
			expect(words).not.toMatch(/[\r\n\t]/);
		}),
	);
});

it('finds a message under any of the keys', () => {
	const said = fc.stringMatching(/^[A-Za-z]{1,12}$/);
	fc.assert(
		fc.property(fc.constantFrom(...KEYS), fc.constantFrom(...KEYS), said, (outer, inner, text) => {
			expect(wordsIn({ [outer]: [{ [inner]: text }] })).toBe(text);
		}),
	);
});

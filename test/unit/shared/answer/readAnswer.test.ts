import fc from 'fast-check';
import { anyText } from '../../../support/anyText';
import { readAnswer } from '../../../../nodes/shared/answer/readAnswer';
import { trimKeys } from '../../../../nodes/shared/values';

const kindOf = (body: Uint8Array | string, contentType?: string) =>
	readAnswer(200, contentType === undefined ? {} : { 'content-type': contentType }, body).bodyKind;

const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

describe('JSON', () => {
	it.each([
		['an object', '{"a":1}', { a: 1 }],
		['a list', '[1,"b"]', [1, 'b']],
		['white space around it', ' \n{"a":1}\t ', { a: 1 }],
		['a byte order mark', Buffer.from('\uFEFF{"a":1}'), { a: 1 }],
		['the last of a key given twice', '{"a":1,"a":2}', { a: 2 }],
		['keys with blanks around them', '{" a":[{"b ":1}]}', { a: [{ b: 1 }] }],
		['64 levels', nested(64), JSON.parse(nested(64))],
	])('reads %s', (_, body, expected) => {
		expect(readAnswer(201, {}, body)).toEqual({
			status: 201,
			headers: {},
			body: expected,
			bodyKind: 'JSON',
		});
	});

	it('replaces invalid UTF-8 with the replacement character', () => {
		const bytes = Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xff]), Buffer.from('"}')]);
		expect(readAnswer(200, {}, bytes).body).toEqual({ a: '\uFFFD' });
	});

	it.each([
		['a number', '42', 'JSON that is neither an object nor a list'],
		['a boolean', 'false', 'JSON that is neither an object nor a list'],
		['a list of 65 levels', nested(65), 'JSON nested too deeply'],
		['an object of 65 levels', `{"a":${nested(64)}}`, 'JSON nested too deeply'],
		['half an object', '{"a":', 'JSON that breaks off or is malformed'],
		['half a list', '[1,2', 'JSON that breaks off or is malformed'],
	])('reads no JSON in %s', (_what, body, bodyKind) => {
		expect(readAnswer(200, {}, body)).toEqual({ status: 200, headers: {}, bodyKind });
	});
});

describe('text', () => {
	it.each([
		['short text', 'Too many requests', 'Too many requests'],
		['a JSON string', '"token-1"', 'token-1'],
		['300 characters', 'x'.repeat(300), 'x'.repeat(300)],
		['a tab', 'a\tb', 'a\tb'],
		['a bracket that does not begin it', 'see [1]', 'see [1]'],
		['a smaller-than sign that does not begin it', 'a < b', 'a < b'],
		['a smaller-than sign right behind a letter', 'a<b', 'a<b'],
		[
			'the name of a type',
			'This is not readable as text/html',
			'This is not readable as text/html',
		],
	])('keeps %s', (_, body, text) => {
		expect(readAnswer(400, {}, body)).toEqual({
			status: 400,
			headers: {},
			text,
			bodyKind: 'plain text',
		});
	});

	it.each([
		['', 'an empty body'],
		[' \r\n ', 'an empty body'],
		['null', 'an empty body'],
		['x'.repeat(301), 'something that is not JSON'],
		['a\u0000b', 'something that is not JSON'],
		['a\u0008b', 'something that is not JSON'],
		['a\uFFFDb', 'something that is not JSON'],
		['<html>', 'a web page (HTML)'],
		['\n\n  <!doctype html>', 'a web page (HTML)'],
	])('drops %j', (body, bodyKind) => {
		expect(readAnswer(200, {}, body)).toEqual({ status: 200, headers: {}, bodyKind });
	});

	it('recognizes a web page by its content type', () => {
		expect(kindOf('Bad Gateway', 'text/html; charset=utf-8')).toBe('a web page (HTML)');
		expect(kindOf('{oops', 'TEXT/HTML')).toBe('a web page (HTML)');
		expect(kindOf('Bad Gateway', 'text/plain')).toBe('plain text');
	});

	it('reads JSON with the content type of a web page', () => {
		expect(kindOf('{"a":1}', 'text/html')).toBe('JSON');
	});
});

it('reads up to five million bytes', () => {
	expect(kindOf(Buffer.alloc(5_000_000, ' '))).toBe('an empty body');
	expect(kindOf(Buffer.alloc(5_000_001, ' '))).toBe('a body too large to be an answer');
});

it('lowers the case of header names, and joins the values of a repeated header', () => {
	const headers = {
		'Retry-After': '3',
		'X-Two': ['a', 'b'],
		'X-None': undefined,
		'X-Odd': { a: 1 },
	};
	expect(readAnswer(429, headers, '').headers).toEqual({
		'retry-after': '3',
		'x-two': 'a, b',
		'x-none': '',
		'x-odd': '',
	});
});

it('reads any JSON', () => {
	fc.assert(
		fc.property(
			fc.oneof(fc.dictionary(fc.string(), fc.jsonValue()), fc.array(fc.jsonValue())),
			(value) => {
				const written = JSON.stringify(value);
				const read = trimKeys(JSON.parse(written));
				expect(readAnswer(200, {}, Buffer.from(written)).body).toEqual(read);
			},
		),
	);
});

it('never throws for any bytes, and says what the body is', () => {
	const bytes = fc.oneof(fc.uint8Array({ maxLength: 400 }), anyText());
	fc.assert(
		fc.property(
			fc.integer(),
			fc.dictionary(fc.string(), fc.jsonValue()),
			bytes,
			(status, headers, body) => {
				const answer = readAnswer(status, headers, body);
				expect(answer.status).toBe(status);
				expect(answer.bodyKind).not.toBe('');
				expect(answer.bodyKind === 'JSON').toBe(answer.body !== undefined);
				expect(answer.bodyKind === 'plain text').toBe(answer.text !== undefined);
			},
		),
	);
});

import { gzipSync } from 'node:zlib';
import { answer, instead, insteadJson } from '../fault';
import type { Fault } from '../fault';

type Json = Record<string, unknown>;

/** An answer that is read all the same: what it says is in the output. */
const harmless = (name: string, spoil: Fault['spoil']): Fault => ({
	name,
	reaches: true,
	spoil,
	becomes: 'output',
});

const isRecord = (value: unknown): value is Json =>
	value !== null && typeof value === 'object' && !Array.isArray(value);

/** Every text, number and truth value in an answer, replaced. */
const replaced = (value: unknown, by: (text: unknown) => unknown): unknown => {
	if (Array.isArray(value)) return value.map((inner) => replaced(inner, by));
	if (!isRecord(value)) return by(value);
	return Object.fromEntries(
		Object.entries(value).map(([key, inner]) => [key, replaced(inner, by)]),
	);
};

const numberForText = (value: unknown) => (typeof value === 'string' ? value.length : value);

/** A list where an object belongs and the other way round. */
const swapped = (value: unknown) => {
	if (Array.isArray(value)) return value[0];
	const { results } = value as { results?: unknown[] };
	return results ? results[0] : [value];
};

/** The first key once more, before its right value, which is the one that counts. */
const firstKeyTwice = (body: string) => body.replace(/^\{("[^"]+":)/, '{$1null,$1');

const withBytes = (body: string) =>
	Buffer.concat([
		Buffer.from(`${body.slice(0, -1)},"note":"`),
		Buffer.from([0xff, 0xfe, 0xc3]),
		Buffer.from('"}'),
	]);

const with_ = (more: string) => (body: string) => `${body.slice(0, -1)},${more}}`;

/** JSON that is not what the documents show. */
export const ODD_BODIES: Fault[] = [
	harmless(
		'right JSON called a web page',
		instead((body) => body, { 'content-type': 'text/html' }),
	),
	harmless(
		'right JSON called an image',
		instead((body) => body, { 'content-type': 'image/png' }),
	),
	harmless(
		'right JSON, zipped',
		instead((body) => gzipSync(body), { 'content-encoding': 'gzip' }),
	),
	harmless(
		'a byte order mark before it',
		instead((body) => `\uFEFF${body}`),
	),
	harmless('bytes in it that are not UTF-8', instead(withBytes)),
	harmless('a key twice', instead(firstKeyTwice)),
	harmless('a key called __proto__', instead(with_('"__proto__":{"isAdmin":true}'))),
	harmless('a field “error” that is empty', instead(with_('"error":""'))),
	harmless('a field “error” that is null', instead(with_('"error":null'))),
	harmless(
		'numbers for texts',
		insteadJson((value) => replaced(value, numberForText)),
	),
	harmless(
		'null everywhere',
		insteadJson((value) => replaced(value, () => null)),
	),
	harmless('a list for an object and an object for a list', insteadJson(swapped)),
	{ name: 'an empty object', reaches: true, spoil: answer(200, '{}'), becomes: 'output' },
	{ name: 'an empty list', reaches: true, spoil: answer(200, '[]'), becomes: 'unknown' },
];

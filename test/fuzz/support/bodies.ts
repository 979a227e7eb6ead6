import fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { withEchoes } from './echo';
import type { Hidden } from './echo';
import { anyJson, anyText } from './json';
import { nearly } from './nearly';

/** The bytes of a body, once it is known what the request carried. */
export interface Body {
	bytes(hidden: Hidden): Buffer;
	[fc.toStringMethod](): string;
}

const toBody = (shown: string, bytes: Body['bytes']): Body => ({
	bytes,
	[fc.toStringMethod]: () => JSON.stringify(shown),
});

const bodyOf = (text: string, spoil = (echoed: string): Buffer => Buffer.from(echoed)): Body =>
	toBody(text, (hidden) => spoil(withEchoes(text, hidden)));

const SPOILED: Array<(text: string, at: number) => Buffer> = [
	(text, at) => Buffer.from(text.slice(0, at % (text.length + 1))),
	(text) => Buffer.from(`\uFEFF${text}`),
	(text) => Buffer.from(`${text}<!-- cached -->`),
	(text) => Buffer.from(`${text}\n${text}`),
	(text) => Buffer.from(text.replaceAll('"', "'")),
	(text) => Buffer.from(text, 'latin1'),
	(text) => Buffer.from(text, 'utf16le'),
	(text) => gzipSync(text, { level: 1 }),
	(text) => gzipSync(text, { level: 1 }).subarray(0, 30),
	(text) => Buffer.from(text.replace(/[}\]]$/, ',"n":1e999,"n":-0}')),
	(text, at) => Buffer.concat([Buffer.from(text), Buffer.from([0xff, 0xfe, at % 256, 0])]),
	(text) => Buffer.from(JSON.stringify(text)),
];

const spoiled = (text: fc.Arbitrary<string>): fc.Arbitrary<Body> =>
	fc
		.tuple(text, fc.nat(SPOILED.length - 1), fc.nat(10_000))
		.map(([shown, how, at]) => bodyOf(shown, (echoed) => SPOILED[how](echoed, at)));

/** Long lists and texts: rare, because each costs as much as a thousand others. */
const huge = fc
	.tuple(fc.constantFrom('{}', '1', '[]', 'null', '{"id":1}'), fc.constantFrom(1_000, 130_000))
	.map(([entry, count]) =>
		toBody(`[${entry}, … ${count} times]`, () =>
			Buffer.from(`[${Array(count).fill(entry).join()}]`),
		),
	);

const endless = fc
	.tuple(
		fc.constantFrom('[', '{"a":', ' ', '1', '"', '\uE001 ', '\uE000   '),
		fc.constantFrom(100, 1_000, 3_000),
	)
	.map(([part, count]) => bodyOf(part.repeat(count)));

const PAGES = [
	'<!DOCTYPE html><title>\uE000</title>',
	'<error>\uE003</error>',
	'OK',
	'Got \uE001 and \uE005',
];

/** Bodies as this operation may get them: documented ones, nearly documented ones, and any others. */
export function bodiesLike(documented: unknown[]): fc.Arbitrary<Body> {
	const text = nearly(documented).map((value) => JSON.stringify(value) ?? 'null');
	return fc.oneof(
		{ weight: 25_000, arbitrary: text.map((shown) => bodyOf(shown)) },
		{ weight: 7_500, arbitrary: spoiled(text) },
		{ weight: 7_500, arbitrary: anyJson.map((value) => bodyOf(JSON.stringify(value))) },
		{ weight: 3_000, arbitrary: anyText.map((shown) => bodyOf(shown)) },
		{ weight: 2_000, arbitrary: fc.constantFrom(...PAGES).map((page) => bodyOf(page)) },
		{
			weight: 2_000,
			arbitrary: fc
				.uint8Array({ maxLength: 200 })
				.map((bytes) =>
					toBody(`bytes ${Buffer.from(bytes).toString('hex')}`, () => Buffer.from(bytes)),
				),
		},
		{ weight: 60, arbitrary: endless },
		{ weight: 4, arbitrary: huge },
	);
}

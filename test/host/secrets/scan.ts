import { codesIn, longCodesIn } from './codes';
import type { Needle } from './needles';
import { storedFiles, storedTexts } from './storage';
import type { StoredText } from './storage';

/** Something that a scan found, and the place. */
export interface Hit {
	what: string;
	place: string;
}

/** Everything that n8n wrote, as read for a scan. */
export interface Scanned {
	executions: number;
	files: number;
	bytes: number;
	texts: StoredText[];
	/** Each file and n8n's log, one character for each byte. */
	raw: StoredText[];
}

/** Reads everything that n8n stored and logged. */
export async function readStored(userFolder: string, log: string): Promise<Scanned> {
	const files = await storedFiles(userFolder);
	const raw = files.map(({ name, bytes }) => ({ place: name, text: bytes.toString('latin1') }));
	const { texts, executions } = storedTexts(userFolder);
	return {
		executions,
		files: files.length,
		bytes: files.reduce((sum, { bytes }) => sum + bytes.length, 0),
		texts,
		raw: [...raw, { place: "n8n's log", text: Buffer.from(log).toString('latin1') }],
	};
}

const hitsIn = (texts: StoredText[], needles: Needle[]): Hit[] =>
	texts.flatMap(({ place, text }) =>
		needles.filter((needle) => text.includes(needle.text)).map(({ what }) => ({ what, place })),
	);

/** Finds needles in stored values, and in the bytes of the files and the log. */
export function findNeedles({ texts, raw }: Scanned, needles: Needle[]): Hit[] {
	const inBytes = needles.map(({ what, text }) => ({
		what,
		text: Buffer.from(text).toString('latin1'),
	}));
	return [...hitsIn(texts, needles), ...hitsIn(raw, [...needles, ...inBytes])];
}

/** Finds codes in stored values, each as a word of its own. */
export const findCodes = ({ texts }: Scanned, codes: Set<string>): Hit[] =>
	texts.flatMap(({ place, text }) => codesIn(text, codes).map((code) => ({ what: code, place })));

/** Finds ten-digit codes in the bytes of the files and the log. */
export const findLongCodes = ({ raw }: Scanned, codes: Set<string>): Hit[] =>
	raw.flatMap(({ place, text }) => longCodesIn(text, codes).map((code) => ({ what: code, place })));

/** The number of hits at each place, with `*` for every index: `main.*.*.json.code`. */
export function placesOf(hits: Hit[]): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const { place } of hits) {
		const open = place.replace(/\.\d+(?=\.|$)/g, '.*');
		counts[open] = (counts[open] ?? 0) + 1;
	}
	return counts;
}

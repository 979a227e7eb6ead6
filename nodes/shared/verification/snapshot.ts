import { isRecord, listOf, parseJson } from '../values';
import type { Send } from './limits';

/** The attempts at one challenge. */
export interface Trial {
	/** That of the challenge. */
	id: string;
	/** Milliseconds since 1970. */
	expiry: number;
	counted: number;
	/** Attempts that were given back. */
	returned: number;
	isVerified: boolean;
	/** Whether the workflow was told that the attempts are used up. */
	isTold: boolean;
}

/** What a snapshot holds. */
export interface Snapshot {
	sends: Send[];
	trials: Trial[];
	told: Array<[cap: string, until: number]>;
}

const TEXT = 'string';
const NUMBER = 'number';

/** The rows of a table in a snapshot, each with a value of the right type in every column. */
const rowsOf = (table: unknown, types: string[]): unknown[][] =>
	listOf(table).filter(
		(row): row is unknown[] =>
			Array.isArray(row) &&
			row.length === types.length &&
			row.every((value, column) => typeof value === types[column]),
	);

/** Reads a snapshot; what is not of its form is left out. */
export function readSnapshot(text: string): Snapshot {
	const json = parseJson(text);
	const { sends, trials, told } = isRecord(json) ? json : {};
	return {
		sends: rowsOf(sends, [TEXT, NUMBER, TEXT, TEXT, NUMBER]).map(
			([id, at, number, address, isReturned]) => {
				return { id, at, number, address, isReturned: isReturned === 1 } as Send;
			},
		),
		trials: rowsOf(trials, [TEXT, NUMBER, NUMBER, NUMBER, NUMBER, NUMBER]).map(
			([id, expiry, counted, returned, isVerified, isTold]) => {
				const are = { isVerified: isVerified === 1, isTold: isTold === 1 };
				return { id, expiry, counted, returned, ...are } as Trial;
			},
		),
		told: rowsOf(told, [TEXT, NUMBER]) as Snapshot['told'],
	};
}

const sendText = ({ id, at, number, address, isReturned }: Send): string =>
	JSON.stringify([id, at, number, address, Number(isReturned)]);

/** The rows of sends that count, which do not change any more: with thousands of them, writing each again would take long. */
const keptTexts = new WeakMap<Send, string>();

function rowOf(send: Send): string {
	if (send.isReturned) return sendText(send);
	const kept = keptTexts.get(send);
	if (kept !== undefined) return kept;
	const text = sendText(send);
	keptTexts.set(send, text);
	return text;
}

/** The text of a snapshot: rows of values, because n8n copies it into every stored execution. */
export function snapshotOf({ sends, trials, told }: Snapshot): string {
	const trialRows = trials.map(({ id, expiry, counted, returned, isVerified, isTold }) => [
		...[id, expiry, counted, returned],
		...[Number(isVerified), Number(isTold)],
	]);
	const rest = JSON.stringify({ trials: trialRows, told }).slice(1);
	return `{"sends":[${sends.map(rowOf).join(',')}],${rest}`;
}

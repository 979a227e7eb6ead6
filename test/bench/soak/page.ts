import { median } from '../measure/statistics';
import { count } from '../report/figures';
import { machine } from '../report/machine';
import type { Table } from '../report/table';
import { toMarkdown } from '../report/table';
import { writeFormatted } from '../report/writeFormatted';
import { SENDS_A_SECOND } from './readings';
import type { Reading } from './readings';

const FILE = 'docs/soak.md';
const MEGABYTE = 1e6;
/** The table shows every so many minutes. */
const SHOWN = 5;

const megabytes = (bytes: number) => (bytes / MEGABYTE).toFixed(1);

/** A line for every fifth minute and the last one. */
export const soakTable = (readings: Reading[]): Table => ({
	title: 'What n8n holds',
	head: [
		...['Minute', 'Sends', 'Heap, MB', 'Resident, MB', 'Timers', 'Listeners'],
		'Static data, bytes',
	],
	rows: readings
		.filter(({ minute }, at) => minute % SHOWN === 0 || at === readings.length - 1)
		.map((reading) => [
			...[String(reading.minute), count(reading.sends)],
			...[reading.heap, reading.resident].map(megabytes),
			...[reading.timers, reading.listeners, reading.staticData].map(count),
		]),
});

/** The median of the last third ÷ that of the middle one: the first third warms up. */
function growth(readings: Reading[], of: (reading: Reading) => number): string {
	const third = Math.floor(readings.length / 3);
	const middle = readings.slice(third, 2 * third).map(of);
	return (median(readings.slice(2 * third).map(of)) / median(middle)).toFixed(3);
}

/** Writes docs/soak.md. @returns its path, from the repository's root */
export async function writePage(readings: Reading[]): Promise<string> {
	const { minute, sends } = readings.at(-1)!;
	const on = await machine();
	const text = `# Soak

What one n8n holds while it sends ${SENDS_A_SECOND} times a second for ${minute} minutes, by each provider in turn, and verifies numbers by Phone Verification Trigger until its limit for an hour is reached. This page is written by \`npm run bench -- --soak 60\`.

${count(sends)} sends, each recipient of each run once. The last third ÷ the middle third, medians: heap **${growth(readings, ({ heap }) => heap)}**, timers **${growth(readings, ({ timers }) => timers)}**, listeners **${growth(readings, ({ listeners }) => listeners)}**, static data **${growth(readings, ({ staticData }) => staticData)}**.

${toMarkdown(soakTable(readings))}

Heap is what JavaScript uses after a collection of its garbage. Timers are those of n8n's process, listeners those of its process-wide events. n8n stores nothing of the executions.

Measured on ${on.day}: ${on.processor}, ${on.cores} cores, ${on.memory} GB, ${on.system}, Node ${on.node}, n8n ${on.n8n}.
`;
	return await writeFormatted(FILE, text);
}

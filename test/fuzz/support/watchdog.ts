import { Worker } from 'node:worker_threads';

/** Seconds in which one input must be done with; it takes some milliseconds. */
const PATIENCE = 120;

/** Runs beside the thread it watches, which may be in a loop that lets no timer and no time-out through. */
const PROGRAM = `
const { workerData: { nth, patience }, parentPort } = require('node:worker_threads');
let command = '';
let last = -1;
let since = Date.now();
parentPort.on('message', (text) => (command = text));
setInterval(() => {
	const now = Atomics.load(nth, 0);
	if (now !== last) [last, since] = [now, Date.now()];
	else if (Date.now() - since > patience * 1000) {
		require('node:fs').writeSync(2, 'An input does not come to an end. Again: ' + command.replace('#', now - 1) + '\\n');
		process.kill(process.pid, 'SIGKILL');
	}
}, 1000);
`;

/**
 * Ends the process, with the command that meets the input again, if one takes for ever.
 *
 * @param again the command for the nth input, counted from 0
 */
export function watch(again: (nth: number | string) => string) {
	const nth = new Int32Array(new SharedArrayBuffer(4));
	const worker = new Worker(PROGRAM, { eval: true, workerData: { nth, patience: PATIENCE } });
	worker.unref();
	worker.postMessage(again('#'));
	return {
		next: () => void Atomics.add(nth, 0, 1),
		count: () => Atomics.load(nth, 0),
		end: async () => void (await worker.terminate()),
	};
}

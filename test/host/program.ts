import { setTimeout as delay } from 'node:timers/promises';

/** What `runProgram` gives a program: the signal to stop, and a way to close things at the end. */
export interface ProgramLife {
	/** Aborts on Ctrl+C, SIGTERM or SIGHUP, and when npm ends. */
	signal: AbortSignal;
	/** Registers something to close when the program ends, for whatever reason; the newest closes first. */
	atEnd(close: () => Promise<void>): void;
}

const EXIT_CODES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };
const CLOSING_MS = 60_000;

/**
 * Runs a program and ends the process with the exit code that the program returns, with 1 when it throws, or with the
 * usual code of the signal that stopped it.
 */
export async function runProgram(main: (life: ProgramLife) => Promise<number>): Promise<never> {
	const stop = new AbortController();
	const closers: Array<() => Promise<void>> = [];
	let code: number | undefined;
	for (const [signal, exitCode] of Object.entries(EXIT_CODES)) {
		process.once(signal, () => {
			code ??= exitCode;
			stop.abort(new Error(`Stopped by ${signal}`));
		});
	}
	stopWithNpm(() => {
		code ??= EXIT_CODES.SIGTERM;
		stop.abort(new Error('npm was stopped'));
	});
	try {
		const result = await main({ signal: stop.signal, atEnd: (close) => closers.push(close) });
		code ??= result;
	} catch (error) {
		// A program that was told to stop may throw; that is not worth a message.
		if (!stop.signal.aborted) console.error(error instanceof Error ? error.message : error);
		code ??= 1;
	}
	const bound = delay(CLOSING_MS, undefined, { ref: false });
	for (const close of closers.reverse()) {
		await Promise.race([close().catch((error: unknown) => console.error(error)), bound]);
	}
	process.exit(code);
}

// npm passes SIGTERM to the shell that runs its script, and that shell passes it to nobody.
function stopWithNpm(stop: () => void): void {
	if (process.env.npm_lifecycle_event === undefined) return;
	const shell = process.ppid;
	const watch = setInterval(() => {
		if (process.ppid === shell) return;
		clearInterval(watch);
		stop();
	}, 500);
	watch.unref();
}

/** Waits until a program is told to stop. */
export async function untilStopped(signal: AbortSignal): Promise<void> {
	if (signal.aborted) return;
	await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
}

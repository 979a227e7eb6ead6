import { setTimeout as delay } from 'node:timers/promises';

/** What a program of the host can rely on while it runs. */
export interface ProgramLife {
	/** Aborts at Ctrl-C, SIGTERM or SIGHUP. */
	signal: AbortSignal;
	/** Has something closed at the end, however that comes; the newest first. */
	atEnd(close: () => Promise<void>): void;
}

const EXIT_CODES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };
const CLOSING_MS = 60_000;

/**
 * Runs a program and ends the process with the exit code it returns: 1 when it throws, the signal's
 * usual one when it was told to stop.
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
		// What fails because it was told to stop is no news.
		if (!stop.signal.aborted) console.error(error instanceof Error ? error.message : error);
		code ??= 1;
	}
	const bound = delay(CLOSING_MS, undefined, { ref: false });
	for (const close of closers.reverse()) {
		await Promise.race([close().catch((error: unknown) => console.error(error)), bound]);
	}
	process.exit(code);
}

// npm hands SIGTERM on to the shell it starts its scripts in, and that shell to nobody.
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

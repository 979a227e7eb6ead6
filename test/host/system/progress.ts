/** Shows the progress of long work. */
export interface Progress {
	/** Shows the current step; may be called many times a second. */
	update(line: string): void;
	/** Prints a line that stays. */
	done(line: string): void;
}

const SPARSE_MS = 15_000;

/**
 * Shows progress on a stream: one line that is rewritten on a terminal, and elsewhere, such as in a CI log, at most one
 * line every 15 seconds.
 */
export function streamProgress(stream: NodeJS.WriteStream = process.stdout): Progress {
	let lastWritten = 0;
	let open = false;
	const clear = () => {
		if (open) stream.write('\r\u001b[2K');
		open = false;
	};
	return {
		update(line) {
			if (stream.isTTY) {
				clear();
				stream.write(line.slice(0, (stream.columns ?? 80) - 1));
				open = true;
			} else if (Date.now() - lastWritten >= SPARSE_MS) {
				lastWritten = Date.now();
				stream.write(`${line}\n`);
			}
		},
		done(line) {
			clear();
			lastWritten = 0;
			stream.write(`${line}\n`);
		},
	};
}

/** One thing the demo shows. */
export interface Step {
	title: string;
	/**
	 * Does it and judges it by what n8n and the sandbox hold afterwards.
	 *
	 * @returns what was seen, in a line
	 * @throws with what was seen instead
	 */
	run(): Promise<string>;
}

/**
 * Runs steps one after the other and prints a line for each.
 *
 * @returns whether all of them held
 */
export async function runSteps(steps: Step[], signal: AbortSignal): Promise<boolean> {
	let held = true;
	for (const { title, run } of steps) {
		signal.throwIfAborted();
		try {
			console.log(`✔ ${title}: ${await run()}`);
		} catch (error) {
			signal.throwIfAborted();
			held = false;
			const words = error instanceof Error ? error.message : String(error);
			console.log(`✖ ${title}: ${words.replace(/\s+/g, ' ')}`);
		}
	}
	return held;
}

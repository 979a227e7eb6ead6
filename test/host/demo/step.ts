/** One step of the demo. */
export interface Step {
	title: string;
	/**
	 * Carries out the step, and checks the result in n8n and in the sandbox.
	 *
	 * @returns the result, in one line
	 * @throws with the unexpected result
	 */
	run(): Promise<string>;
}

/**
 * Runs steps one after the other and prints a line for each.
 *
 * @returns whether all steps succeeded
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

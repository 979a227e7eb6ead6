import { setTimeout as delay } from 'node:timers/promises';

/** Repeats a question until the answer is not undefined. @throws when there is no answer in time */
export async function eventually<Answer>(
	question: () => Promise<Answer | undefined> | Answer | undefined,
	what: string,
	timeoutMs = 60_000,
): Promise<Answer> {
	const deadline = Date.now() + timeoutMs;
	for (;;) {
		const answer = await question();
		if (answer !== undefined) return answer;
		if (Date.now() > deadline) throw new Error(`${what}: not within ${timeoutMs / 1000} s`);
		await delay(100);
	}
}

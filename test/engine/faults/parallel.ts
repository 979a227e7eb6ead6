/**
 * Does the work for each of the things, so many at a time, in their order.
 *
 * @returns a promise for each, at once
 */
export function inParallel<T, R>(
	things: T[],
	atOnce: number,
	work: (thing: T) => Promise<R>,
): Array<Promise<R>> {
	const starts: Array<() => void> = [];
	const results = things.map(async (thing) => {
		await new Promise<void>((start) => starts.push(start));
		return await work(thing).finally(() => starts.shift()?.());
	});
	// Whoever asks for a result gets its rejection; until then it is not unhandled.
	for (const result of results) result.catch(() => {});
	for (const start of starts.splice(0, atOnce)) start();
	return results;
}

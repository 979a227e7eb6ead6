/**
 * The structure of a value without its contents: a line for each path with its type. All items of a list share one
 * path.
 */
export function shapeOf(value: unknown, at = ''): string[] {
	if (typeof value !== 'object' || value === null) {
		return [`${at}: ${value === null ? 'null' : typeof value}`];
	}
	const lines = Array.isArray(value)
		? value.flatMap((item) => shapeOf(item, `${at}[]`))
		: Object.entries(value).flatMap(([key, field]) => shapeOf(field, `${at}.${key}`));
	return [...new Set(lines.length > 0 ? lines : [`${at}: empty`])].sort();
}

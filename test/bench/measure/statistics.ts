/** The middle value; the mean of the middle two where their number is even. */
export function median(values: number[]): number {
	const sorted = [...values].sort((first, second) => first - second);
	const middle = sorted.length / 2;
	return Number.isInteger(middle)
		? (sorted[middle - 1] + sorted[middle]) / 2
		: sorted[Math.floor(middle)];
}

/** The middle value; the mean of the middle two where their number is even. */
export function median(values: number[]): number {
	return quantile(values, 0.5);
}

/** The value below which a share of the values lies, in between two of them where it falls there. */
export function quantile(values: number[], share: number): number {
	const sorted = [...values].sort((first, second) => first - second);
	const at = (sorted.length - 1) * share;
	const below = sorted[Math.floor(at)];
	return below + (sorted[Math.ceil(at)] - below) * (at - Math.floor(at));
}

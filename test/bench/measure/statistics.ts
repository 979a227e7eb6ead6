/** The middle value, or the mean of the two middle values. */
export function median(values: number[]): number {
	return quantile(values, 0.5);
}

/** The value below which a share of the values lies, interpolated between two values if necessary. */
export function quantile(values: number[], share: number): number {
	const sorted = [...values].sort((first, second) => first - second);
	const at = (sorted.length - 1) * share;
	const below = sorted[Math.floor(at)];
	return below + (sorted[Math.ceil(at)] - below) * (at - Math.floor(at));
}

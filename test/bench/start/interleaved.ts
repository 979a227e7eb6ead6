import { median, quantile } from '../measure/statistics';

/** The measurements of contenders that took turns, equally many of each, in the order of the repetitions. */
export type Interleaved<Name extends string, Measured> = Record<Name, Measured[]>;

/**
 * Lets contenders take turns, with another one first in each repetition. A slow phase of the machine then affects all
 * of them, and none always runs after the same neighbour. The first turn of each is a warm-up and is not counted.
 */
export async function interleave<Name extends string, Measured>(
	names: Name[],
	repetitions: number,
	measure: (name: Name, repetition: number) => Promise<Measured>,
): Promise<Interleaved<Name, Measured>> {
	const measured = Object.fromEntries(names.map((name) => [name, [] as Measured[]]));
	for (let repetition = 0; repetition <= repetitions; repetition++) {
		for (let turn = 0; turn < names.length; turn++) {
			const name = names[(repetition + turn) % names.length];
			const figures = await measure(name, repetition);
			if (repetition > 0) measured[name].push(figures);
		}
	}
	return measured as Interleaved<Name, Measured>;
}

/** The summary of a list of figures. */
export interface Summary {
	median: number;
	lowest: number;
	highest: number;
}

export const summaryOf = (figures: number[]): Summary => ({
	median: median(figures),
	lowest: Math.min(...figures),
	highest: Math.max(...figures),
});

/** How one contender differs from another within each repetition. */
export interface Comparison {
	/** Median of the ratios. */
	ratio: number;
	/** The median of the differences, and the range of their middle half. */
	difference: { median: number; from: number; to: number };
}

/** Compares figures of the same repetitions. */
export function compare(figures: number[], others: number[]): Comparison {
	const differences = figures.map((figure, repetition) => figure - others[repetition]);
	return {
		ratio: median(figures.map((figure, repetition) => figure / others[repetition])),
		difference: {
			median: median(differences),
			from: quantile(differences, 0.25),
			to: quantile(differences, 0.75),
		},
	};
}

import type { ProviderCall } from '../contenders/calls';
import { isOwn } from '../n8n/contenderName';
import type { ContenderName } from '../n8n/contenderName';
import type { Case } from './rounds';
import { median } from './statistics';
import type { RunFigures } from './track';

/** All runs of one contender in one case. */
export class Row {
	/** The measured runs, one for each repetition. */
	readonly runs: RunFigures[] = [];

	private readonly warmUps: RunFigures[] = [];

	constructor(
		readonly work: Case,
		readonly contender: ContenderName,
		readonly call: ProviderCall,
	) {}

	/** Notes a run; the first one of a case warms up. */
	add(run: RunFigures): void {
		(this.warmUps.length === 0 ? this.warmUps : this.runs).push(run);
	}

	/** Median milliseconds of the node alone. */
	get nodeMs(): number {
		return median(this.runs.map(({ nodeMs }) => nodeMs));
	}

	/** Median milliseconds from the webhook's call to its answer. */
	get wallMs(): number {
		return median(this.runs.map(({ wallMs }) => wallMs));
	}

	/** Median bytes of n8n's memory at its highest, over those before the run; undefined where it was not watched. */
	get peakBytes(): number | undefined {
		const peaks = this.runs.map(({ peakBytes }) => peakBytes);
		return peaks.some((peak) => peak === undefined) ? undefined : median(peaks as number[]);
	}

	/** How many recipients were meant to get one in all runs, the one that warmed up included. */
	get recipients(): number {
		return this.all.length * this.work.items;
	}

	/** How many of them got exactly one. */
	get reachedOnce(): number {
		return this.all.reduce((sum, { once }) => sum + once, 0);
	}

	/** Messages and calls that the providers took on in all runs. */
	get sends(): number {
		return this.all.reduce((sum, { sends }) => sum + sends, 0);
	}

	/** Logins in all runs, the one that warmed up included: it began with a token that was expired. */
	get logins(): number {
		return this.all.reduce((sum, { logins }) => sum + logins, 0);
	}

	/** Logins that there should be: one where the contender logs in itself. */
	get expectedLogins(): number {
		return isOwn(this.contender) && this.call.login === 'bearer' ? 1 : 0;
	}

	/** Whether every recipient of every run got exactly one, with no login too many or too few. */
	get isExact(): boolean {
		const isOnce = this.all.every(
			({ sends, once }) => sends === this.work.items && once === this.work.items,
		);
		return isOnce && this.logins === this.expectedLogins;
	}

	private get all(): RunFigures[] {
		return [...this.warmUps, ...this.runs];
	}
}

/** The median of the ratios within each repetition: what slows the machine down for a while hits both. */
export const timeRatio = (row: Row, other: Row): number =>
	median(row.runs.map(({ nodeMs }, repetition) => nodeMs / other.runs[repetition].nodeMs));

/** The ratio of their memory; undefined where it was not watched. */
export const memoryRatio = ({ peakBytes }: Row, other: Row): number | undefined =>
	peakBytes === undefined || other.peakBytes === undefined
		? undefined
		: peakBytes / other.peakBytes;

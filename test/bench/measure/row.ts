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

	/** Adds a run; the first run is the warm-up. */
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

	/** Median bytes by which n8n's memory grows to its peak in a run; undefined if it was not measured. */
	get peakBytes(): number | undefined {
		const peaks = this.runs.map(({ peakBytes }) => peakBytes);
		return peaks.some((peak) => peak === undefined) ? undefined : median(peaks as number[]);
	}

	/** The number of recipients in all runs, including the warm-up. */
	get recipients(): number {
		return this.all.length * this.work.items;
	}

	/** The number of recipients that got exactly one message or call. */
	get reachedOnce(): number {
		return this.all.reduce((sum, { once }) => sum + once, 0);
	}

	/** Messages and calls that the providers accepted in all runs. */
	get sends(): number {
		return this.all.reduce((sum, { sends }) => sum + sends, 0);
	}

	/** Logins in all runs, including the warm-up, which begins with an expired token. */
	get logins(): number {
		return this.all.reduce((sum, { logins }) => sum + logins, 0);
	}

	/** The expected logins: one if the contender logs in itself. */
	get expectedLogins(): number {
		return isOwn(this.contender) && this.call.login === 'bearer' ? 1 : 0;
	}

	/** Whether every recipient of every run got exactly one message or call, with exactly the expected logins. */
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

/** The median of the ratios within each repetition: a slow phase of the machine then affects both rows. */
export const timeRatio = (row: Row, other: Row): number =>
	median(row.runs.map(({ nodeMs }, repetition) => nodeMs / other.runs[repetition].nodeMs));

/** The ratio of the rows' memory; undefined if it was not measured. */
export const memoryRatio = ({ peakBytes }: Row, other: Row): number | undefined =>
	peakBytes === undefined || other.peakBytes === undefined
		? undefined
		: peakBytes / other.peakBytes;

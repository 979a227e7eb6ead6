import type { ProviderCall } from '../contenders/calls';
import type { CaseName } from '../measure/rounds';
import type { Row } from '../measure/row';
import type { ContenderName } from '../n8n/contenderName';

/** All measurements. */
export class Results {
	constructor(readonly rows: Row[]) {}

	/** The cases, in the order of their runs. */
	get cases(): CaseName[] {
		return [...new Set(this.rows.map(({ work }) => work.name))];
	}

	/** The rows of one case, in the order of the tables. */
	of(name: CaseName): Row[] {
		return this.rows.filter(({ work }) => work.name === name);
	}

	/** The row of one contender, or undefined if it took no part. */
	find(
		name: CaseName,
		contender: ContenderName,
		provider: ProviderCall['provider'],
	): Row | undefined {
		return this.of(name).find(
			(row) => row.contender === contender && row.call.provider === provider,
		);
	}

	/** Whether every recipient got exactly one message or call, with exactly the expected logins. */
	get isExact(): boolean {
		return this.rows.every((row) => row.isExact);
	}
}

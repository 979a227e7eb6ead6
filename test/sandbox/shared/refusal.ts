/** A request is not processed: thrown by a provider, answered as `status` and `body`, counted as refused. */
export class Refusal extends Error {
	constructor(
		readonly status: number,
		readonly body: object,
		readonly headers: Record<string, string> = {},
	) {
		super(`refused with ${status}`);
	}
}

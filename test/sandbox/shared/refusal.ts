/** Thrown by a provider that does not process a request; answered with `status` and `body`, and counted as refused. */
export class Refusal extends Error {
	constructor(
		readonly status: number,
		readonly body: object,
		readonly headers: Record<string, string> = {},
	) {
		super(`refused with ${status}`);
	}
}

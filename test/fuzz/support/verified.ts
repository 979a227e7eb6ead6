import { parsedBody } from './operation';
import type { ClassifiedRun } from './operation';

const REASONS = ['match', 'mismatch', 'expired', 'tooManyAttempts', 'alreadyVerified', 'notFound'];

/** Nobody is verified whom the provider did not verify, and no reason contradicts the verdict. */
export function expectVerifiedRightly(
	saysRight: (body: object) => boolean,
	{ outputs, exchanged }: ClassifiedRun,
): void {
	for (const { verified, reason } of outputs.filter((json) => 'verified' in json)) {
		if (typeof verified !== 'boolean' || !REASONS.includes(String(reason)))
			throw new Error(`verified ${String(verified)}, reason ${String(reason)}`);
		if (verified !== (reason === 'match'))
			throw new Error(`verified ${verified} by ${String(reason)}`);
	}
	const matches = outputs.filter(({ verified }) => verified === true).length;
	const said = exchanged.filter(({ response }) => {
		const body = parsedBody(response);
		const isYes = response && response.statusCode >= 200 && response.statusCode < 300;
		return isYes && typeof body === 'object' && body !== null && saysRight(body);
	}).length;
	if (matches > said)
		throw new Error(`${matches} are verified, but the provider said so ${said} times`);
}

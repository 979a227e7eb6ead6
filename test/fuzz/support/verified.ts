import { parsedBody } from './operation';
import type { ClassifiedRun, Exchanged } from './operation';

const REASONS = ['match', 'mismatch', 'expired', 'tooManyAttempts', 'alreadyVerified', 'notFound'];

/** The values of a body's fields of this name, blanks around it left aside. */
function valuesOf(name: string, { response }: Exchanged): unknown[] {
	const body = parsedBody(response);
	return Object.entries(body ?? {}).flatMap(([key, value]) => (key.trim() === name ? [value] : []));
}

const isYes = (value: unknown) =>
	typeof value !== 'object' && /^\s*(true|1)\s*$/i.test(String(value));

/** Whether ANTS said, with a status that says yes, that the code is right and nothing against it. */
function saysMatch(exchanged: Exchanged): boolean {
	const { response } = exchanged;
	if (!response || response.statusCode < 200 || response.statusCode >= 300) return false;
	const against = ['isErrorCount', 'isExprCode'].flatMap((name) =>
		valuesOf(name, exchanged).slice(-1),
	);
	return valuesOf('result', exchanged).some(isYes) && !against.some(isYes);
}

/** Nobody is verified whom ANTS did not verify, and no reason contradicts the verdict. */
export function expectVerifiedRightly({ outputs, exchanged }: ClassifiedRun): void {
	for (const { verified, reason } of outputs.filter((json) => 'verified' in json)) {
		if (typeof verified !== 'boolean' || !REASONS.includes(String(reason)))
			throw new Error(`verified ${String(verified)}, reason ${String(reason)}`);
		if (verified !== (reason === 'match'))
			throw new Error(`verified ${verified} by ${String(reason)}`);
	}
	const matches = outputs.filter(({ verified }) => verified === true).length;
	const said = exchanged.filter(saysMatch).length;
	if (matches > said) throw new Error(`${matches} are verified, but ANTS said so ${said} times`);
}

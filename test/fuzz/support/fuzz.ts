import fc from 'fast-check';
import { watch } from './watchdog';

/*
 * FUZZ_SEED   the seed; another one in each run unless given. It is printed.
 * FUZZ_RUNS   how many inputs in all, nearly; 120,000 unless given
 * FUZZ_PATH   one input of one property, as a report names it: `FUZZ_SEED=… FUZZ_PATH=… npm run fuzz -- -t '…'`
 */
const { FUZZ_SEED, FUZZ_RUNS, FUZZ_PATH } = process.env;

const escaped = (name: string) => name.replace(/'/g, "'\\''");

/** The command that meets this input again, and no other. */
export const again = (name: string, seed: number, path: string) =>
	`FUZZ_SEED=${seed} FUZZ_PATH=${path} npm run fuzz -- -t '${escaped(name)}'`;

function report<Input>(name: string, details: fc.RunDetails<[Input]>): void {
	if (!details.failed) return;
	const command = again(name, details.seed, details.counterexamplePath ?? '');
	const { message = '', stack = '' } = (details.errorInstance ?? {}) as Error;
	throw new Error(
		`Input ${details.numRuns}, ${details.numShrinks} times simplified: ${fc.stringify(details.counterexample)}\n${message}\n${stack}\n\nAgain: ${command}`,
	);
}

/** Of so many inputs in all a property has its share. */
const ALL_SHARES = 200;

/**
 * One test: the property holds for every one of its share of the inputs.
 *
 * @param share - how many of each 200 inputs it gets
 */
export function fuzz<Input>(
	name: string,
	share: number,
	inputs: fc.Arbitrary<Input>,
	holds: (input: Input) => Promise<void> | void,
): void {
	it(`holds for ${name}`, async () => {
		const seed = Number(FUZZ_SEED);
		const numRuns = Math.ceil((Number(FUZZ_RUNS) * share) / ALL_SHARES);
		const watched = watch((nth) => again(name, seed, FUZZ_PATH ?? String(nth)));
		const before = process.cpuUsage();
		const property = fc.asyncProperty(inputs, async (input) => {
			watched.next();
			if (FUZZ_PATH) process.stderr.write(`${fc.stringify(input).slice(0, 5000)}\n`);
			await holds(input);
		});
		const reporter = (details: fc.RunDetails<[Input]>) => report(name, details);
		await fc
			.assert(property, { seed, numRuns, path: FUZZ_PATH, reporter })
			.finally(() => watched.end());
		const { user, system } = process.cpuUsage(before);
		const seconds = ((user + system) / 1e6).toFixed(1);
		process.stderr.write(`${name}: ${watched.count()} inputs, ${seconds} s of CPU, seed ${seed}\n`);
	});
}

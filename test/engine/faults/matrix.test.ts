import { startSandbox } from '../../sandbox/server';
import type { Sandbox } from '../../sandbox/server';
import {
	expectContinued,
	expectedOf,
	expectNoSecrets,
	expectOutput,
	expectRetried,
	expectStopped,
} from './expectations';
import { MODES, observe } from './observe';
import type { Mode, Observation } from './observe';
import { inParallel } from './parallel';
import { SUBJECTS } from './subjects';
import { FAULTS } from './table';

/** Runs under way at the same time: most of them wait. */
const AT_ONCE = 24;

const runs = FAULTS.flatMap((fault) =>
	SUBJECTS.flatMap((subject) => MODES.map((mode) => ({ fault, subject, mode }))),
);
const isSlow = ({ fault }: (typeof runs)[number]) => Boolean(fault.asked ?? fault.timeout);
const slowFirst = [...runs.filter(isSlow), ...runs.filter((run) => !isSlow(run))];

describe('every operation under every fault', () => {
	let sandbox: Sandbox;
	const seen = new Map<string, Promise<Observation>>();
	const counts: Record<string, number> = {};
	const keyOf = (fault: string, subject: string, mode: Mode) => `${fault} | ${subject} | ${mode}`;

	beforeAll(async () => {
		sandbox = await startSandbox();
		const observations = inParallel(slowFirst, AT_ONCE, async ({ fault, subject, mode }) => {
			return await observe(sandbox, subject, fault, mode);
		});
		for (const [index, { fault, subject, mode }] of slowFirst.entries())
			seen.set(keyOf(fault.name, subject.name, mode), observations[index]);
	});
	afterAll(async () => {
		await Promise.allSettled(seen.values());
		await sandbox.close();
		const kinds = Object.entries(counts).map(([kind, count]) => `${kind} ${count}`);
		console.info(
			`${FAULTS.length} faults × ${SUBJECTS.length} operations × ${MODES.length} modes = ${seen.size} runs: ${kinds.join(', ')}`,
		);
	});

	it('has every fault that an operation names', () => {
		const names = FAULTS.map(({ name }) => name);
		const said = SUBJECTS.flatMap(({ becomes = {} }) => Object.keys(becomes));
		expect(said.filter((name) => !names.includes(name))).toEqual([]);
	});

	describe.each(FAULTS)('$name', (fault) => {
		it.each(SUBJECTS)(
			'gives the expected outcome of $name',
			async (subject) => {
				const expected = expectedOf(fault, subject);
				const expectIn = {
					stop: expectStopped,
					continue: expectContinued,
					retryOnFail: expectRetried,
				};
				for (const mode of MODES) {
					const observation = await seen.get(keyOf(fault.name, subject.name, mode))!;
					const isHarmless = ['output', 'none'].includes(expected.becomes);
					(isHarmless ? expectOutput : expectIn[mode])(observation, expected);
					expectNoSecrets(observation);
					counts[expected.becomes] = (counts[expected.becomes] ?? 0) + 1;
				}
			},
			60_000,
		);
	});
});

import type { Progress } from '../../host/system/progress';
import { contenderTitles, isOwn } from '../n8n/contenderName';
import type { Case, Round } from './rounds';
import { Row } from './row';
import type { Surroundings, Track } from './track';

interface Lane {
	track: Track;
	row: Row;
}

const takesPart = ({ contenders, onlyWithToken }: Case, { contender, call }: Track): boolean =>
	contenders.includes(contender) && (!onlyWithToken || call.login === 'bearer');

/** The lanes, beginning with another one each time, so that none always runs after the same neighbour. */
const rotated = (lanes: Lane[], by: number): Lane[] => [
	...lanes.slice(by % lanes.length),
	...lanes.slice(0, by % lanes.length),
];

/** Expires the token of a contender that logs in itself, so that each case must have exactly one login. */
async function expireToken({ track }: Lane, { sandbox }: Surroundings): Promise<void> {
	if (isOwn(track.contender) && track.call.login === 'bearer')
		await sandbox.expireTokenOfNext(track.call.path);
}

async function runLane({ track, row }: Lane): Promise<void> {
	const { items, withMemory } = row.work;
	row.add(await track.run(items, withMemory));
}

/**
 * Runs the rounds one after the other; in every repetition all contenders take turns.
 *
 * @throws when an execution fails
 */
export async function runRounds(
	rounds: Round[],
	tracks: Track[],
	surroundings: Surroundings,
	progress: Progress,
	signal?: AbortSignal,
): Promise<Row[]> {
	const rows: Row[] = [];
	for (const { cases, repetitions } of rounds) {
		const lanes = cases.flatMap((work) =>
			tracks
				.filter((track) => takesPart(work, track))
				.map((track) => ({ track, row: new Row(work, track.contender, track.call) })),
		);
		await surroundings.sandbox.answerAfter(cases[0].latency);
		for (let repetition = 0; repetition <= repetitions; repetition++) {
			for (const lane of rotated(lanes, repetition)) {
				signal?.throwIfAborted();
				const { work, contender, call } = lane.row;
				progress.update(
					`${work.items} items at ${work.latency} ms, run ${repetition} of ${repetitions}: ${contenderTitles[contender]}, ${call.title}`,
				);
				if (repetition === 0) await expireToken(lane, surroundings);
				await runLane(lane);
			}
		}
		rows.push(...lanes.map(({ row }) => row));
	}
	return rows;
}

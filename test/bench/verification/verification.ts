import type { ProgramLife } from '../../host/program';
import type { Progress } from '../../host/system/progress';
import { loginOf } from '../n8n/logins';
import { toText } from '../report/table';
import { call } from './contender';
import type { Block, Contender, ContenderName, Surroundings } from './contender';
import { layOwnNodes } from './ownNodes';
import { writePage } from './page';
import { goalTable, isExact, stepTable } from './tables';
import type { Figures } from './tables';
import { layTrigger, MOST_OPEN, staticDataBytes } from './trigger';
import { Visitors } from './visitors';

const FULL = { rounds: 3, count: 100 };
const SHORT = { rounds: 1, count: 10 };
/** The phone numbers that `tryGuards` uses. */
const GUARD_NUMBERS = 2;

interface Size {
	/** The number of measured rounds, after a warm-up round. */
	rounds: number;
	/** The number of phone numbers of each contender in a round. */
	count: number;
}

/** Activates the contenders' workflows. @returns the contenders, in the order of the first round */
async function lay(
	surroundings: Surroundings,
	{ rounds, count }: Size,
	folder: string,
): Promise<Contender[]> {
	const { client } = surroundings.n8n;
	const baseUrl = surroundings.sandbox.addresses.baseUrls[call.provider];
	const stored = async (contender: 'package' | 'httpRequest') =>
		await client.credentials.create(loginOf(contender, call, baseUrl, '').credential!);
	const own = await stored('package');
	const filled = MOST_OPEN - (rounds + 1) * count - GUARD_NUMBERS;
	return [
		await layTrigger('trigger', 0, own, surroundings, folder),
		await layTrigger('filled', filled, own, surroundings, folder),
		await layOwnNodes(await stored('httpRequest'), surroundings),
	];
}

/** `npm run bench -- --verification`: measures and prints; without `--short` it also writes its page. */
export async function benchVerification(
	surroundings: Surroundings,
	{ folder, isShort }: { folder: string; isShort: boolean },
	progress: Progress,
	signal: ProgramLife['signal'],
): Promise<number> {
	const size = isShort ? SHORT : FULL;
	const contenders = await lay(surroundings, size, folder);
	const visitors = new Visitors(surroundings);
	const blocks: Record<ContenderName, Block[]> = { trigger: [], filled: [], ownNodes: [] };
	for (const contender of contenders) await visitors.tryGuards(contender);
	for (let round = 0; round <= size.rounds; round++) {
		// The first contender changes, so that none always runs after the same neighbour.
		const first = round % contenders.length;
		for (const contender of [...contenders.slice(first), ...contenders.slice(0, first)]) {
			signal.throwIfAborted();
			progress.update(`Verification, round ${round} of ${size.rounds}: ${contender.name}`);
			const block = await visitors.verify(contender, size.count);
			if (round > 0) blocks[contender.name].push(block);
		}
	}
	const { accepted } = await surroundings.sandbox.counters();
	const figures: Figures = {
		blocks,
		numbers: visitors.numbers,
		calls: accepted.total,
		calledTwice: accepted.recipientsOverOne,
		staticDataBytes: staticDataBytes(folder, 'filled'),
	};
	progress.done('');
	console.log(`${toText(stepTable(figures))}\n`);
	if (!isShort) {
		console.log(`${toText(goalTable(figures))}\n`);
		console.log(`Written: ${await writePage(figures)}`);
	}
	const exact = isExact(figures);
	console.log(
		exact
			? 'Exact: every number got one call and was verified once.'
			: `Not exact: ${figures.calls} calls for ${figures.numbers} numbers.`,
	);
	return exact ? 0 : 1;
}

import { mkdtemp, realpath, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { type ProgramLife, runProgram } from '../../host/program';
import { packTarball } from '../../host/packTarball';
import { provision } from '../../host/provision';
import { streamProgress } from '../../host/system/progress';
import { toText } from '../report/table';
import { interleave } from './interleaved';
import { measureStart } from './n8nStart';
import { writePage } from './page';
import { publishedSize } from './publishedSize';
import { setUp, type SetupName, setupNames } from './setups';
import { startTable } from './tables';

const FULL = 10;
const SHORT = 1;

/** `npm run bench:start`: measures n8n's start and prints; without `--short` it also writes docs/start-up.md. */
async function bench({ signal, atEnd }: ProgramLife): Promise<number> {
	const { values } = parseArgs({ options: { short: { type: 'boolean', default: false } } });
	const repetitions = values.short ? SHORT : FULL;
	const progress = streamProgress();
	const folder = await realpath(await mkdtemp(path.join(os.tmpdir(), 'voice-sms-otp-start-')));
	atEnd(async () => await rm(folder, { recursive: true, force: true, maxRetries: 3 }));
	await provision(progress, { signal });
	const tarball = await packTarball(progress, signal);
	const folders = {} as Record<SetupName, string>;
	for (const setup of setupNames) {
		folders[setup] = await setUp(setup, { tarball, folder });
	}

	// The warm-up turn also migrates the databases.
	const starts = await interleave(setupNames, repetitions, async (setup, repetition) => {
		progress.update(`Start of n8n, ${repetition} of ${repetitions}: ${setup}`);
		return await measureStart(folders[setup], signal);
	});
	progress.done('');
	console.log(`${toText(startTable(starts))}\n`);
	const size = await publishedSize(signal);
	console.log('Published, bytes:', size);
	if (!values.short) console.log(`Written: ${await writePage(starts, size)}`);
	return 0;
}

void runProgram(bench);

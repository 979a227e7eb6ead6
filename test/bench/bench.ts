import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { runProgram } from '../host/program';
import type { ProgramLife } from '../host/program';
import { streamProgress } from '../host/system/progress';
import { selfSigned } from '../engine/faults/selfSigned';
import { calls } from './contenders/calls';
import { fullRounds, httpsRounds, shortened } from './measure/rounds';
import type { Round } from './measure/rounds';
import { runRounds } from './measure/runRounds';
import type { Row } from './measure/row';
import { Track } from './measure/track';
import type { Surroundings } from './measure/track';
import { openN8n } from './n8n/n8nUnderTest';
import { tableOf } from './report/figures';
import { goalTable } from './report/goals';
import { Results } from './report/results';
import { toText } from './report/table';
import { writePage } from './report/write';
import { SandboxProcess } from './sandbox/sandboxProcess';
import { soak } from './soak/soak';
import { benchVerification } from './verification/verification';

/** Activates the workflows of the contenders of these rounds. */
async function layTracks(rounds: Round[], surroundings: Surroundings): Promise<Track[]> {
	const tracks: Track[] = [];
	const takePart = rounds.flatMap(({ cases }) => cases.flatMap(({ contenders }) => contenders));
	for (const call of calls) {
		const token = await surroundings.sandbox.logIn(call.tested);
		for (const contender of new Set(takePart))
			tracks.push(await Track.lay(contender, call, token, surroundings));
	}
	// The first run waits until the webhook is registered, and makes n8n load the node.
	for (const track of tracks) await track.run(1);
	return tracks;
}

/** `npm run bench`: measures and prints; without `--short` it also writes docs/performance.md. */
async function bench({ signal, atEnd }: ProgramLife): Promise<number> {
	const flag = { type: 'boolean', default: false } as const;
	const { values } = parseArgs({
		options: { short: flag, verification: flag, soak: { type: 'string' } },
	});
	const progress = streamProgress();
	const folder = await mkdtemp(path.join(os.tmpdir(), 'voice-sms-otp-bench-'));
	atEnd(async () => await rm(folder, { recursive: true, force: true }));
	const sandbox = await SandboxProcess.start();
	atEnd(sandbox.stop);
	const https = selfSigned();
	const n8n = await openN8n(folder, progress, { certificate: https.cert, signal });
	atEnd(n8n.stop);

	const surroundings = { n8n, sandbox };
	if (values.soak !== undefined) {
		const options = { folder, minutes: Number(values.soak) };
		return await soak(surroundings, options, progress, signal);
	}
	if (values.verification) {
		const options = { folder, isShort: values.short };
		return await benchVerification(surroundings, options, progress, signal);
	}
	const secure = await SandboxProcess.start({ https, host: 'localhost' });
	atEnd(secure.stop);
	const rows: Row[] = [];
	for (const [rounds, at] of [
		[fullRounds, surroundings],
		[httpsRounds, { n8n, sandbox: secure }],
	] as const) {
		const run = values.short ? shortened(rounds) : rounds;
		rows.push(...(await runRounds(run, await layTracks(run, at), at, progress, signal)));
	}
	const results = new Results(rows);
	progress.done('');
	for (const name of results.cases) console.log(`${toText(tableOf(results, results.of(name)))}\n`);
	if (!values.short) {
		console.log(`${toText(goalTable(results))}\n`);
		console.log(`Written: ${await writePage(results)}`);
	}
	console.log(
		results.isExact
			? 'Exact: every recipient got exactly one, and every expired token led to exactly one login.'
			: 'Not exact: see the last two columns.',
	);
	return results.isExact ? 0 : 1;
}

void runProgram(bench);

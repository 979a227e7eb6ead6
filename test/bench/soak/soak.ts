import { setTimeout as delay } from 'node:timers/promises';

import type { ProgramLife } from '../../host/program';
import type { Progress } from '../../host/system/progress';
import { calls } from '../contenders/calls';
import { Track } from '../measure/track';
import { loginOf } from '../n8n/logins';
import { toText } from '../report/table';
import { call } from '../verification/contender';
import type { Surroundings } from '../verification/contender';
import { layTrigger } from '../verification/trigger';
import { Visitors } from '../verification/visitors';
import { soakTable, writePage } from './page';
import { readN8n, SENDS_A_SECOND } from './readings';
import type { Reading } from './readings';

/** Seconds between two visitors of Phone Verification Trigger. */
const VISIT_EVERY = 10;
/** The trigger's limit for an hour, which it reaches in ten minutes. */
const VERIFICATIONS = 60;
const MINUTE = 60;

/**
 * `npm run bench -- --soak 60`: sends for as many minutes, and reads each minute what n8n holds. From an hour on it
 * writes docs/soak.md.
 *
 * @throws when somebody gets no message, or more than one
 */
export async function soak(
	surroundings: Surroundings,
	{ folder, minutes }: { folder: string; minutes: number },
	progress: Progress,
	signal: ProgramLife['signal'],
): Promise<number> {
	const { n8n, sandbox } = surroundings;
	const tracks: Track[] = [];
	for (const each of calls) tracks.push(await Track.lay('package', each, '', surroundings));
	const baseUrl = sandbox.addresses.baseUrls[call.provider];
	const { credential } = loginOf('package', call, baseUrl, '');
	const stored = await n8n.client.credentials.create(credential!);
	const trigger = await layTrigger('trigger', 0, stored, surroundings, folder, VERIFICATIONS);
	const visitors = new Visitors(surroundings);

	const readings: Reading[] = [];
	const begun = Date.now();
	let sends = 0;
	for (let second = 0; second <= minutes * MINUTE; second++) {
		signal?.throwIfAborted();
		if (second % MINUTE === 0) {
			const minute = second / MINUTE;
			readings.push(await readN8n(n8n, { minute, sends, folder, workflow: trigger.name }));
			progress.update(`Minute ${minute} of ${minutes}: ${JSON.stringify(readings.at(-1))}`);
		}
		const run = await tracks[second % tracks.length].run(SENDS_A_SECOND);
		if (run.sends !== SENDS_A_SECOND || run.once !== SENDS_A_SECOND)
			throw new Error(`Of ${SENDS_A_SECOND} recipients ${run.once} got exactly one`);
		sends += run.sends;
		if (second % VISIT_EVERY === 0) {
			if (visitors.numbers >= VERIFICATIONS) await visitors.askInVain(trigger);
			else {
				await visitors.verify(trigger, 1);
				sends++;
			}
		}
		await delay(Math.max(0, begun + (second + 1) * 1000 - Date.now()), undefined, { signal });
	}
	progress.done('');
	console.log(toText(soakTable(readings)));
	if (minutes >= MINUTE) console.log(`Written: ${await writePage(readings)}`);
	return 0;
}

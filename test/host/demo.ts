import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { credentialSteps } from './demo/credentialSteps';
import { runSteps } from './demo/step';
import { workflowSteps } from './demo/workflowSteps';
import { openHost } from './host';
import { type ProgramLife, runProgram } from './program';
import { streamProgress } from './system/progress';

/** `npm run demo`: shows the package's main job in a real n8n, from new credentials to verified codes. */
async function demo({ signal, atEnd }: ProgramLife): Promise<number> {
	const userFolder = await mkdtemp(path.join(os.tmpdir(), 'voice-sms-otp-demo-'));
	atEnd(async () => await rm(userFolder, { recursive: true, force: true, maxRetries: 3 }));
	const host = await openHost({ userFolder, signal, progress: streamProgress() });
	atEnd(host.close);

	const held = await runSteps([...credentialSteps(host), ...workflowSteps(host)], signal);
	console.log(
		held ? 'All steps held. "npm start" keeps it open in the browser.' : 'Not every step held.',
	);
	return held ? 0 : 1;
}

void runProgram(demo);

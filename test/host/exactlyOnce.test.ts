import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { sendsExactlyOnce } from './exactlyOnce';
import { type Host, openHost } from './host';
import { streamProgress } from './system/progress';

let userFolder: string;
let host: Host;

beforeAll(async () => {
	userFolder = await mkdtemp(path.join(os.tmpdir(), 'n8n-exactly-once-'));
	host = await openHost({ userFolder, progress: streamProgress() });
}, 600_000);

afterAll(async () => {
	await host?.close();
	await rm(userFolder, { recursive: true, force: true });
});

sendsExactlyOnce(() => host, 1000);

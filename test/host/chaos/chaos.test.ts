import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { providers } from '../../providers';
import { type Host, openHost } from '../host';
import { streamProgress } from '../system/progress';
import { chaos } from './faults';
import { KILLED_AT, SendToAll } from './sendToAll';

const RECIPIENTS = 2000;

let userFolder: string;
let host: Host;

beforeAll(async () => {
	userFolder = await mkdtemp(path.join(os.tmpdir(), 'n8n-chaos-'));
	host = await openHost({ userFolder, progress: streamProgress() });
}, 600_000);

afterAll(async () => {
	await host?.close();
	await rm(userFolder, { recursive: true, force: true, maxRetries: 3 });
});

// Each provider has a seed of its own.
describe.each(providers.map((provider, seed) => ({ name: provider.name, provider, seed })))(
	'$name, slow, busy, broken and with an n8n that is restarted and killed',
	({ provider, seed }) => {
		it(`reaches each of ${RECIPIENTS} recipients once, by Retry and what its messages advise`, async () => {
			const { sandbox } = host;
			sandbox.reset();
			const [{ path: endpoint }] = provider.operations;
			const match = { provider: provider.sandbox.name, method: 'POST', path: endpoint };
			for (const fault of chaos(match, seed, 2 * KILLED_AT)) sandbox.addFault(fault);
			const sending = new SendToAll(host, provider, RECIPIENTS);
			expect(await sending.startAndKill()).toContain('cannot be retried');
			const course = await sending.untilAllAreReached();
			const { total, recipientsOverOne } = sandbox.state.counters.accepted;
			console.info(JSON.stringify({ ...course, total, recipientsOverOne }, null, 1));
			expect({ total, recipientsOverOne }).toEqual({ total: RECIPIENTS, recipientsOverOne: 0 });
			expect(course.restarts).toBe(1);
			expect(Object.keys(course.failures).length).toBeGreaterThan(2);
		}, 1_800_000);
	},
);

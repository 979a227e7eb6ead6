import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { packTarball } from '../../host/packTarball';
import { runCommand } from '../../host/system/command';
import { streamProgress } from '../../host/system/progress';

const NAME = 'n8n-nodes-voice-sms-otp';

let folder: string;

beforeAll(async () => {
	folder = await mkdtemp(path.join(os.tmpdir(), 'n8n-release-'));
	await writeFile(path.join(folder, 'package.json'), JSON.stringify({ private: true }));
	const tarball = await packTarball(streamProgress());
	// As n8n installs it: without what is for development, and without the peer, which n8n brings. Offline:
	// what had to be fetched would not arrive, and npm would say so.
	const alone = ['--omit=dev', '--legacy-peer-deps', '--ignore-scripts', '--offline'];
	const quiet = ['--no-audit', '--no-fund'];
	await runCommand('npm', ['install', tarball, ...alone, ...quiet], { cwd: folder });
}, 300_000);

afterAll(async () => await rm(folder, { recursive: true, force: true }));

it('installs no other package, so there is nothing to audit', async () => {
	const lock = JSON.parse(await readFile(path.join(folder, 'package-lock.json'), 'utf8')) as {
		packages: object;
	};
	expect(Object.keys(lock.packages)).toEqual(['', `node_modules/${NAME}`]);
	const installed = await readdir(path.join(folder, 'node_modules'));
	expect(installed.filter((name) => !name.startsWith('.'))).toEqual([NAME]);
	expect(await readdir(path.join(folder, 'node_modules', NAME))).not.toContain('node_modules');
});

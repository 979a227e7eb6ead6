import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { sandboxes } from '../providers';
import { startSandbox } from '../server';
import { get } from './client';

/** Runs `npm run sandbox`'s command; `until` sees what it printed so far. */
function run(port: string) {
	const root = join(__dirname, '../../..');
	const child = spawn(process.execPath, ['--import', 'tsx', 'test/sandbox/main.ts'], {
		cwd: root,
		env: { ...process.env, SANDBOX_PORT: port },
	});
	let printed = '';
	const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
	const until = (pattern: RegExp) =>
		new Promise<string>((resolve, reject) => {
			const read = (text: Buffer) => {
				printed += text;
				if (pattern.test(printed)) resolve(printed);
			};
			child.stdout.on('data', read);
			child.stderr.on('data', read);
			void ended.then((code) => reject(new Error(`ended with ${code}: ${printed}`)));
		});
	return { child, ended, until };
}

it.each(['SIGINT', 'SIGTERM'] as const)(
	'runs until %s, and prints addresses and logins',
	async (signal) => {
		const { child, ended, until } = run('0');
		const printed = await until(/Stop with/);
		const words = sandboxes.flatMap(({ label, account }) => [label, ...Object.values(account)]);
		for (const word of words) expect(printed).toContain(word);
		const [, inbox] = /Inbox: (\S+)/.exec(printed) ?? [];
		expect((await get(inbox)).status).toBe(200);
		child.kill(signal);
		expect(await ended).toBe(0);
	},
);

it('reports a port that is taken', async () => {
	const sandbox = await startSandbox();
	const { ended, until } = run(new URL(sandbox.url).port);
	expect(await until(/SANDBOX_PORT/)).toContain('EADDRINUSE');
	expect(await ended).toBe(1);
	await sandbox.close();
});

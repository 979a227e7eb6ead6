import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { root, textOf } from '../../support/package';
import { releaseNotes } from '../changelog';

const folder = mkdtempSync(path.join(os.tmpdir(), 'n8n-release-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Outcome {
	code: number;
	stdout: string;
	stderr: string;
}

/** Runs a program of test/release as the workflow does. */
async function run(program: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
	const command = ['--import', 'tsx', `test/release/${program}.ts`, ...args];
	return await promisify(execFile)(process.execPath, command, {
		cwd: root,
		env: { ...process.env, GITHUB_OUTPUT: undefined, GITHUB_REPOSITORY: undefined, ...env },
	}).then(
		(output) => ({ code: 0, ...output }),
		(refused: Outcome) => refused,
	);
}

it('prints the section of a version with releaseNotes', async () => {
	const { code, stdout } = await run('releaseNotes', ['0.1.0']);
	expect([code, stdout]).toEqual([0, `${releaseNotes(textOf('CHANGELOG.md'), '0.1.0')}\n`]);
});

it.each([
	{ args: ['9.9.9'], words: 'CHANGELOG.md has no section 9.9.9. Its sections: Unreleased, ' },
	{ args: [], words: 'Say which version' },
])('refuses $args with a message and no stack with releaseNotes', async ({ args, words }) => {
	const { code, stdout, stderr } = await run('releaseNotes', args);
	expect([code, stdout, stderr.trim().split('\n')]).toEqual([
		...[1, ''],
		[expect.stringContaining(words)],
	]);
});

it('refuses a tag of another version with checkRelease, and sets no output', async () => {
	const output = path.join(folder, 'output');
	const { code, stderr } = await run('checkRelease', ['v9.9.9'], { GITHUB_OUTPUT: output });
	expect(code).toBe(1);
	expect(stderr).toContain('The tag is v9.9.9, and package.json says ');
	expect(() => readFileSync(output)).toThrow('ENOENT');
});

it('keeps package.json outside of GitHub Actions with setRepository', async () => {
	const before = textOf('package.json');
	const { code, stderr } = await run('setRepository', []);
	expect([code, stderr]).toEqual([1, expect.stringContaining('Publish from GitHub Actions.')]);
	expect(textOf('package.json')).toBe(before);
});

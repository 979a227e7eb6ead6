import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { runCommand } from '../system/command';
import { packageRoot } from '../system/paths';
import { type Step, stepsOf } from './steps';

/** The tests that speak of every node, operation, field or file, and the example's own. */
const TESTS = [
	'test/unit',
	'test/engine/exampleVoiceOtp.test.ts',
	'test/engine/everyOperation',
	'test/engine/schemas.test.ts',
	'test/engine/wireFields.test.ts',
];

let copy: string;
let steps: Step[];

// Where NODE_ENV is "test", as jest sets it, n8n's linter takes every file for one of its own tests.
const run = async (program: string, ...args: string[]) =>
	await runCommand(program, args, { cwd: copy, env: { NODE_ENV: '' } });

async function follow(step: Step): Promise<void> {
	const file = path.join(copy, step.file);
	if (step.kind === 'new') {
		await mkdir(path.dirname(file), { recursive: true });
		await writeFile(file, step.text, { flag: 'wx' });
		return;
	}
	const places = (await readFile(file, 'utf8')).split(step.before);
	if (places.length !== 2)
		throw new Error(`${step.file} has ${places.length - 1} places with:\n${step.before}`);
	await writeFile(file, places.join(step.after));
}

beforeAll(async () => {
	copy = await mkdtemp(path.join(os.tmpdir(), 'contributing-'));
	const files = ['ls-files', '--cached', '--others', '--exclude-standard'];
	const listed = await runCommand('git', files, { cwd: packageRoot });
	for (const file of listed.trim().split('\n'))
		await cp(path.join(packageRoot, file), path.join(copy, file));
	await symlink(path.join(packageRoot, 'node_modules'), path.join(copy, 'node_modules'));
	steps = stepsOf(await readFile(path.join(packageRoot, 'CONTRIBUTING.md'), 'utf8'));
});

afterAll(async () => await rm(copy, { recursive: true, force: true }));

// In this order: each takes what the one before left.
describe('who adds a provider as CONTRIBUTING.md says', () => {
	it('finds every place it speaks of', async () => {
		for (const step of steps) await follow(step);
		const changedFiles = steps.filter(({ kind }) => kind === 'change').map(({ file }) => file);
		const newFiles = steps.filter(({ kind }) => kind === 'new');
		console.info(
			`Adding a provider takes ${newFiles.length} new files and changes in ${new Set(changedFiles).size}`,
		);
		expect(newFiles.length).toBeGreaterThan(10);
		await run('npm', 'run', 'reference');
		const reference = await readFile(path.join(copy, 'docs/reference.md'), 'utf8');
		expect(reference).toContain('`options.repeat` | `repeat`');
	});

	it('passes lint, types and build', async () => {
		await run('npm', 'run', 'lint');
		await run('npm', 'run', 'types');
		await run('npm', 'run', 'build');
	});

	it('passes the tests', async () => {
		const results = path.join(copy, 'results.json');
		await run('npm', 'run', 'jest', '--', '--json', `--outputFile=${results}`, ...TESTS);
		const { numPassedTests, numFailedTests, testResults } = JSON.parse(
			await readFile(results, 'utf8'),
		) as { numPassedTests: number; numFailedTests: number; testResults: Array<{ name: string }> };
		expect(numFailedTests).toBe(0);
		expect(numPassedTests).toBeGreaterThan(1000);
		expect(testResults.some(({ name }) => name.endsWith('exampleVoiceOtp.test.ts'))).toBe(true);
	});
});

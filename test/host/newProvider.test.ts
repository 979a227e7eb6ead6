import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';

import { runCommand } from './system/command';
import { copyRepository } from './system/repositoryCopy';

/** The results of a run, in the JSON that jest writes. */
interface Results {
	numPassedTests: number;
	numFailedTests: number;
	testResults: Array<{ assertionResults: Array<{ fullName: string }> }>;
}

/** The number of generated inputs: enough to run every property, too few to find much. */
const FUZZ_RUNS = '400';

let copy: string;

// If NODE_ENV is "test", as jest sets it, n8n's linter takes every file for one of its own tests.
const npm = async (...args: string[]) =>
	await runCommand('npm', args, { cwd: copy, env: { NODE_ENV: '', FUZZ_RUNS } });

/** Runs a command that ends with jest, and expects all tests to pass. @returns the tests' names, one per line */
async function passedTests(...command: string[]): Promise<string> {
	const file = path.join(copy, 'results.json');
	await npm(...command, '--', '--json', `--outputFile=${file}`);
	const results = JSON.parse(await readFile(file, 'utf8')) as Results;
	expect(results.numFailedTests).toBe(0);
	console.info(`${command.join(' ')}: ${results.numPassedTests} tests passed`);
	const tests = results.testResults.flatMap(({ assertionResults }) => assertionResults);
	return tests.map(({ fullName }) => fullName).join('\n');
}

beforeAll(async () => {
	copy = await copyRepository();
});

afterAll(async () => await rm(copy, { recursive: true, force: true }));

// The tests run in this order, because the last one needs the provider that the one before adds.
describe('npm run new:provider', () => {
	it.each([
		['a name that is not in PascalCase', 'exampleVoice', 'Example Voice', 'is not in PascalCase'],
		['a name that is taken', 'Ants', 'Example Voice', 'is taken by nodes/Ants'],
		['the name of a node', 'AntsSmsOtp', 'Example Voice', 'is taken by nodes/Ants/AntsSmsOtp.node'],
		['a title without a capital letter', 'ExampleVoice', 'voice', 'is not made of words'],
		['a title that is taken', 'ExampleVoice', 'ANTS SMS OTP', 'is taken by another node'],
	])('refuses %s', async (_, name, title, reason) => {
		await expect(npm('run', 'new:provider', '--', name, title)).rejects.toThrow(reason);
	});

	it('adds a provider that passes lint, types, build and all tests', async () => {
		await npm('run', 'new:provider', '--', 'ExampleVoice', 'Example Voice');
		await npm('run', 'check');
		const passed = await passedTests('test');
		expect(passed).toMatch(/^every operation under every fault .*Example Voice Call: Create$/m);
		expect(passed).toMatch(/^the secret of Example Voice Call: Create/m);
	}, 1_200_000);

	it('adds a provider that generated input is tried on', async () => {
		const passed = await passedTests('run', 'fuzz');
		expect(passed).toMatch(/answers to Example Voice Call: Create$/m);
	});
});

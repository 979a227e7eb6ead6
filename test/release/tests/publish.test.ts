import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { runCommand } from '../../host/system/command';
import { copyRepository } from '../../host/system/repositoryCopy';
import { Packages } from '../../host/upgrade/registry/packages';
import { writeToken } from '../../host/upgrade/registry/publish';
import { textOf } from '../../support/package';
import { jobsOf, scriptsOf } from '../workflow';

const NAME = 'n8n-nodes-voice-sms-otp';
const VERSION = '9.8.7';
const TAG = `v${VERSION}`;
const jobs = jobsOf(textOf('.github/workflows/publish.yml'));

/** What is not run again: the copy has the packages already, and these tests are what the second script runs. */
const LEFT_OUT = ['npm ci', 'npx jest --selectProjects release'];

let url: string;
const packages = new Packages(() => url);
const registry = http.createServer(packages.listener);
let copy: string;
let runner: string;
let env: Record<string, string>;

/** Runs the scripts of a job, one after the other, as GitHub does. */
async function runJob(job: string, cwd: string, edit = (script: string) => script) {
	for (const script of scriptsOf(jobs[job]).filter((each) => !LEFT_OUT.includes(each)))
		await runCommand('bash', ['-e', '-o', 'pipefail', '-c', edit(script)], { cwd, env });
}

/** npm signs the statement only within GitHub Actions, so this one word is left out. */
const publish = async () =>
	await runJob('publish', path.join(copy, 'release'), (script) =>
		script.replace(' --provenance', ''),
	);

const manifestIn = async (tarball: string) =>
	JSON.parse(
		await runCommand('tar', ['-xzOf', tarball, 'package/package.json'], { cwd: copy }),
	) as Record<string, unknown>;

/** Does what docs/releasing.md asks for before the tag is pushed. */
async function prepareRelease() {
	const changelog = path.join(copy, 'CHANGELOG.md');
	const text = await readFile(changelog, 'utf8');
	await writeFile(changelog, text.replace('## [Unreleased]', `## [${VERSION}] - 2026-01-31`));
	const version = ['version', VERSION, '--no-git-tag-version', '--ignore-scripts'];
	await runCommand('npm', version, { cwd: copy });
	await runCommand('npm', ['pkg', 'set', 'author.email=maintainers@users.noreply.github.com'], {
		cwd: copy,
	});
}

beforeAll(async () => {
	await new Promise<void>((resolve) => registry.listen(0, '127.0.0.1', resolve));
	url = `http://127.0.0.1:${(registry.address() as AddressInfo).port}`;
	copy = await copyRepository();
	runner = await mkdtemp(path.join(os.tmpdir(), 'n8n-runner-'));
	env = {
		// What GitHub sets for a pushed tag, and what the workflow takes from earlier steps and jobs.
		GITHUB_SERVER_URL: 'https://github.com',
		GITHUB_REPOSITORY: 'somebody/a-repository',
		GITHUB_OUTPUT: path.join(runner, 'output'),
		GITHUB_WORKSPACE: copy,
		RUNNER_TEMP: runner,
		...{ TAG, VERSION, DIST_TAG: 'latest' },
		npm_config_registry: url,
		npm_config_userconfig: await writeToken(url, runner),
		NODE_ENV: '',
	};
}, 120_000);

afterAll(async () => {
	registry.closeAllConnections();
	await new Promise((resolve) => registry.close(resolve));
	for (const folder of [copy, runner]) await rm(folder, { recursive: true, force: true });
});

// The tests run in this order, as the jobs do.
describe('the workflow that publishes, run here', () => {
	it('stops while the changelog names no release', async () => {
		await expect(runJob('package', copy)).rejects.toThrow('CHANGELOG.md');
		expect(await readdir(runner)).not.toContain('output');
	}, 120_000);

	it('builds, packs, installs and audits, and publishes nothing yet', async () => {
		await prepareRelease();
		await runJob('package', copy);
		expect(await readFile(env.GITHUB_OUTPUT, 'utf8')).toBe(
			`version=${VERSION}\ndist-tag=${env.DIST_TAG}\n`,
		);
		expect(await readdir(path.join(copy, 'release'))).toEqual([
			`${NAME}-${VERSION}.tgz`,
			'notes.md',
		]);
		expect(packages.requests.filter((request) => request.startsWith('PUT'))).toEqual([]);
	}, 300_000);

	it('packs what a provenance statement is compared with: name, version and repository', async () => {
		const tarball = path.join(copy, 'release', `${NAME}-${VERSION}.tgz`);
		const { GITHUB_SERVER_URL, GITHUB_REPOSITORY } = env;
		expect(await manifestIn(tarball)).toMatchObject({
			name: NAME,
			version: VERSION,
			repository: { type: 'git', url: `git+${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}.git` },
		});
	});

	it('publishes the very bytes that were packed', async () => {
		await publish();
		const tarball = await readFile(path.join(copy, 'release', `${NAME}-${VERSION}.tgz`));
		const digest = createHash('sha512').update(tarball).digest('base64');
		expect(packages.newest).toMatchObject({
			name: NAME,
			version: VERSION,
			dist: { integrity: `sha512-${digest}` },
		});
	}, 120_000);

	it('refuses to publish a version again', async () => {
		await expect(publish()).rejects.toThrow('cannot publish over');
		expect(packages.requests.filter((request) => request.startsWith('PUT'))).toHaveLength(1);
	}, 120_000);
});

import { filesIn, textOf } from '../../support/package';
import { jobsOf, scriptsOf } from '../workflow';

const workflows = filesIn('.github/workflows', '.yml').map((file) => [file, textOf(file)] as const);
const publish = textOf('.github/workflows/publish.yml');

it('finds the workflows and their jobs', () => {
	expect(workflows.map(([file]) => file.split('/').at(-1))).toEqual(
		expect.arrayContaining(['ci.yml', 'publish.yml']),
	);
	expect(Object.keys(jobsOf(publish))).toEqual(['package', 'test', 'publish', 'release']);
});

it.each(workflows)('pins actions to a commit with its version: %s', (_, text) => {
	const uses = [...text.matchAll(/uses: (.+)/g)].map(([, action]) => action);
	const ofOthers = uses.filter((action) => !action.startsWith('./'));
	expect(ofOthers.length).toBeGreaterThan(0);
	for (const action of ofOthers)
		expect(action).toMatch(/^[\w.-]+\/[\w.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});

it.each(workflows)('uses no secret and no event field in a script: %s', (_, text) => {
	expect(text).not.toContain('secrets.');
	// What somebody else wrote, such as a title, would be run as a part of the script.
	for (const script of scriptsOf(text)) expect(script).not.toContain('${{');
});

describe('the workflow that publishes', () => {
	it('publishes in a job that runs only npm, and writes the release in another', () => {
		const jobs = jobsOf(publish);
		const allowed = (permission: string) =>
			Object.keys(jobs).filter((name) => jobs[name].includes(permission));
		expect(publish).toContain('\npermissions: {}\n');
		expect(allowed('id-token: write')).toEqual(['publish']);
		expect(allowed('contents: write')).toEqual(['release']);
		expect(allowed(': write')).toEqual(['publish', 'release']);
		expect(jobs.publish).not.toMatch(/checkout|npm (ci|install)|npx|node /);
	});

	it('publishes in the environment that docs/releasing.md sets up, from a tag only, after the tests', () => {
		const { publish: job } = jobsOf(publish);
		expect(job).toContain('name: npm\n');
		expect(job).toContain("if: github.event_name == 'push'");
		expect(job).toContain('needs: [package, test]');
		expect(job).toMatch(/npm publish .*--provenance --access public/);
		expect(publish).toContain("push:\n    tags: ['v*']\n");
		const guide = textOf('docs/releasing.md');
		expect(guide).toContain('--file publish.yml');
		expect(guide).toContain('--env npm');
	});

	it('is never cancelled half way', () => {
		expect(publish).toContain('cancel-in-progress: false');
	});
});

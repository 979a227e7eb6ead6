import { textOf } from '../../support/package';
import { withOrigin } from '../repository';

const run = { GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'Some-one/n8n-nodes.x' };
const origin = {
	repository: { type: 'git', url: 'git+https://github.com/Some-one/n8n-nodes.x.git' },
	homepage: 'https://github.com/Some-one/n8n-nodes.x#readme',
	bugs: { url: 'https://github.com/Some-one/n8n-nodes.x/issues' },
};

it('sets the address from the workflow run, and keeps the rest', () => {
	const manifest = { name: 'n8n-nodes-x', homepage: 'https://example.com', files: ['dist'] };
	expect(withOrigin(manifest, run)).toEqual({ name: 'n8n-nodes-x', files: ['dist'], ...origin });
});

it("changes nothing else in this package's manifest", () => {
	const text = textOf('package.json');
	// While it is being published, or once somebody wrote the address there, it has one.
	const manifest = { ...(JSON.parse(text) as object), repository: undefined };
	expect(withOrigin(manifest, run)).toEqual({ ...manifest, ...origin });
	// What the program writes differs from the file in these lines only.
	expect(`${JSON.stringify(JSON.parse(text), null, '\t')}\n`).toBe(text);
});

it.each([
	'https://github.com/Some-one/n8n-nodes.x',
	'git+https://github.com/Some-one/n8n-nodes.x.git',
	{ type: 'git', url: 'https://github.com/Some-one/n8n-nodes.x.git' },
])('accepts a manifest that names the same: %j', (repository) => {
	expect(withOrigin({ repository }, run)).toEqual(origin);
});

it('refuses a fork', () => {
	const { repository } = origin;
	const fork = { ...run, GITHUB_REPOSITORY: 'another/n8n-nodes.x' };
	expect(() => withOrigin({ repository }, fork)).toThrow('Correct it, or publish there.');
});

it.each([
	{},
	{ GITHUB_REPOSITORY: 'a/b' },
	{ GITHUB_SERVER_URL: 'https://github.com' },
	{ ...run, GITHUB_REPOSITORY: 'a/b/c' },
	{ ...run, GITHUB_REPOSITORY: '' },
	{ ...run, GITHUB_SERVER_URL: 'http://github.com' },
])('reports that it does not run in GitHub Actions: %j', (environment) => {
	expect(() => withOrigin({}, environment)).toThrow('Publish from GitHub Actions.');
});

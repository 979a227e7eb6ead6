/** The fields of package.json that say where a package comes from. */
export interface Origin {
	repository: { type: 'git'; url: string };
	homepage: string;
	bugs: { url: string };
}

/** The address of a repository without what different spellings of it add. */
const plain = (url: string) => url.replace(/^git\+/, '').replace(/\.git$/, '');

/**
 * Gives a manifest the address of the repository whose workflow runs (GitHub's own variables).
 *
 * npm takes a provenance statement only if `repository` in the package is the repository that the statement
 * names, letter by letter, and n8n verifies only packages with that statement. The address cannot stand in
 * package.json before there is one; and taken from the run it cannot be wrong.
 *
 * @throws outside of GitHub Actions, and in a repository other than the one that the manifest names
 */
export function withOrigin<Manifest extends object>(
	manifest: Manifest,
	{ GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name }: NodeJS.ProcessEnv,
): Manifest & Origin {
	if (!/^https:\/\/[\w.-]+$/.test(server ?? '') || !/^[\w.-]+\/[\w.-]+$/.test(name ?? ''))
		throw new Error(
			'GITHUB_SERVER_URL and GITHUB_REPOSITORY do not name a repository. Publish from GitHub Actions.',
		);
	const address = `${server}/${name}`;
	const { repository } = manifest as { repository?: string | { url?: string } };
	const named = typeof repository === 'string' ? repository : repository?.url;
	if (named !== undefined && plain(named) !== address)
		throw new Error(
			`package.json names the repository ${named}, and this is ${address}. Correct it, or publish there.`,
		);
	return {
		...manifest,
		repository: { type: 'git', url: `git+${address}.git` },
		homepage: `${address}#readme`,
		bugs: { url: `${address}/issues` },
	};
}

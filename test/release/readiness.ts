import { isEmpty, sectionsOf } from './changelog';

/** What has to agree before a version is published. */
export interface Release {
	/** The pushed tag; absent in a dry run. */
	tag?: string;
	manifest: { version: string; author: { email?: string } };
	/** The version in package-lock.json. */
	lockedVersion: string;
	changelog: string;
}

/** npm gives everybody the version tagged "latest"; one with a hyphen (1.0.0-beta.1) is for those who ask. */
export const distTagOf = (version: string): string => (version.includes('-') ? 'next' : 'latest');

function fromChangelog({ manifest: { version }, changelog }: Release): string[] {
	const sections = sectionsOf(changelog);
	const unreleased = sections.find((section) => section.version === 'Unreleased');
	const newest = sections.find((section) => section !== unreleased);
	const findings: string[] = [];
	if (unreleased && !isEmpty(unreleased))
		findings.push(`CHANGELOG.md: move what stands under Unreleased to the section ${version}.`);
	if (newest?.version !== version) {
		const found = newest ? newest.version : 'none';
		return [
			...findings,
			`CHANGELOG.md: the newest section is ${found}, and package.json says ${version}.`,
		];
	}
	if (isEmpty(newest)) findings.push(`CHANGELOG.md: the section ${version} is empty.`);
	if (!/^\d{4}-\d{2}-\d{2}$/.test(newest.released))
		findings.push(`CHANGELOG.md: write the day of the release beside ${version}: 2026-01-31.`);
	return findings;
}

/** Why a version cannot be published yet, each with what to do; empty when it can. */
export function findingsOf(release: Release): string[] {
	const { tag, manifest, lockedVersion } = release;
	const { version, author } = manifest;
	const findings: string[] = [];
	if (tag !== undefined && tag !== `v${version}`)
		findings.push(
			`The tag is ${tag}, and package.json says ${version}: the tag has to be v${version}.`,
		);
	if (lockedVersion !== version)
		findings.push(
			`package-lock.json says ${lockedVersion}, and package.json ${version}: use "npm version".`,
		);
	// Top-level domains that never reach anybody (RFC 2606). A published version cannot be corrected.
	if (/\.(example|invalid|localhost|test)$/.test(author.email ?? '.invalid'))
		findings.push('package.json: no mail reaches author.email. Put an address there that is read.');
	return [...findings, ...fromChangelog(release)];
}

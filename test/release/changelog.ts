/** A section of CHANGELOG.md, whose format is that of Keep a Changelog. */
export interface Section {
	/** What stands in brackets: a version, or "Unreleased". */
	version: string;
	/** What follows the version: the day of the release, or why there is none. */
	released: string;
	notes: string;
}

const HEADING = /^## \[([^\]]+)\](?: - (.+))?$/;
const LINK = /^\[[^\]]+\]: \S+$/;

/**
 * Reads the sections of a changelog, the newest first, as they stand there.
 *
 * @throws when a heading of the second level is not one of a version: its text would end up in the notes
 * of another one
 */
export function sectionsOf(changelog: string): Section[] {
	const sections: Section[] = [];
	for (const line of changelog.split(/\r?\n/)) {
		const heading = HEADING.exec(line.trimEnd());
		if (heading) {
			sections.push({ version: heading[1], released: heading[2] ?? '', notes: '' });
		} else if (line.startsWith('## ')) {
			throw new Error(
				`"${line}" in CHANGELOG.md is not of the form "## [1.2.3] - 2026-01-31". Write it so.`,
			);
		} else if (sections.length > 0 && !LINK.test(line)) {
			sections[sections.length - 1].notes += `${line}\n`;
		}
	}
	return sections.map((section) => ({ ...section, notes: section.notes.trim() }));
}

/** Whether a section says nothing; headings alone say nothing. */
export const isEmpty = ({ notes }: Section): boolean =>
	notes.split('\n').every((line) => line.trim() === '' || line.startsWith('#'));

/**
 * What the changelog says of a version: the notes of its release.
 *
 * @throws when there is no such section, or when it is empty
 */
export function releaseNotes(changelog: string, version: string): string {
	const sections = sectionsOf(changelog);
	const section = sections.find((one) => one.version === version);
	if (!section) {
		const others = sections.map((one) => one.version).join(', ') || 'none at all';
		throw new Error(`CHANGELOG.md has no section ${version}. Its sections: ${others}.`);
	}
	if (isEmpty(section))
		throw new Error(`The section ${version} of CHANGELOG.md is empty. Write what changed.`);
	return section.notes;
}

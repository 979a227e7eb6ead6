import { textOf } from '../../support/package';
import { isEmpty, releaseNotes, sectionsOf } from '../changelog';

const changelog = `# Changelog

Some words about it. [A link](https://example.com).

## [Unreleased]

## [1.1.0] - 2026-02-28

### Added

- One thing.
- Another, in
  two lines.

### Fixed

- A third. See [1.0.0].

## [1.0.1] - not published

### Added

## [1.0.0] - 2026-01-31

- The first.

[1.0.0]: https://example.com/v1.0.0
`;

it('finds the sections, newest first, with the text after the version', () => {
	expect(sectionsOf(changelog).map(({ version, released }) => [version, released])).toEqual([
		['Unreleased', ''],
		['1.1.0', '2026-02-28'],
		['1.0.1', 'not published'],
		['1.0.0', '2026-01-31'],
	]);
	expect(sectionsOf('# Changelog\n')).toEqual([]);
});

it('reads a file with Windows line ends', () => {
	expect(sectionsOf(changelog.replaceAll('\n', '\r\n'))).toEqual(sectionsOf(changelog));
});

it('prints a section without its heading, its neighbours and the link definitions', () => {
	expect(releaseNotes(changelog, '1.1.0')).toBe(
		'### Added\n\n- One thing.\n- Another, in\n  two lines.\n\n### Fixed\n\n- A third. See [1.0.0].',
	);
	expect(releaseNotes(changelog, '1.0.0')).toBe('- The first.');
});

it('names the existing sections if one is missing', () => {
	expect(() => releaseNotes(changelog, '1.1')).toThrow(
		'CHANGELOG.md has no section 1.1. Its sections: Unreleased, 1.1.0, 1.0.1, 1.0.0.',
	);
	expect(() => releaseNotes('', '1.0.0')).toThrow('Its sections: none at all.');
});

it('reports an empty section, also with headings', () => {
	expect(() => releaseNotes(changelog, 'Unreleased')).toThrow(/section Unreleased .* is empty/);
	expect(() => releaseNotes(changelog, '1.0.1')).toThrow(/section 1\.0\.1 .* is empty/);
	expect(sectionsOf(changelog).map(isEmpty)).toEqual([true, false, true, false]);
});

it('refuses a heading in another form', () => {
	expect(() => sectionsOf('## [1.1.0] - 2026-02-28\n\n## 1.0.0\n')).toThrow('"## 1.0.0"');
	expect(() => sectionsOf('## [1.1.0], February\n')).toThrow('is not of the form');
});

it("reads this package's changelog", () => {
	const sections = sectionsOf(textOf('CHANGELOG.md'));
	expect(sections[0].version).toBe('Unreleased');
	expect(sections.at(-1)?.version).toBe('0.1.0');
	expect(releaseNotes(textOf('CHANGELOG.md'), '0.1.0')).toContain('AntBuddy Voice OTP');
});

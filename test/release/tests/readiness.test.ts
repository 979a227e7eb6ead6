import { distTagOf, findingsOf } from '../readiness';
import type { Release } from '../readiness';

const ready: Release = {
	tag: 'v1.1.0',
	manifest: { version: '1.1.0', author: { email: 'someone@example.com' } },
	lockedVersion: '1.1.0',
	changelog:
		'## [Unreleased]\n\n## [1.1.0] - 2026-02-28\n\n- A thing.\n\n## [1.0.0] - 2026-01-31\n',
};
const changed = (from: string, to: string) => ({ changelog: ready.changelog.replace(from, to) });

it('accepts a version if all files agree, with or without a tag', () => {
	expect(findingsOf(ready)).toEqual([]);
	expect(findingsOf({ ...ready, tag: undefined })).toEqual([]);
	expect(findingsOf({ ...ready, ...changed('## [Unreleased]\n', '') })).toEqual([]);
});

it.each<[string, Partial<Release>, string]>([
	['the tag of another version', { tag: 'v1.0.0' }, 'The tag is v1.0.0'],
	['a tag without v', { tag: '1.1.0' }, 'the tag has to be v1.1.0'],
	['a lock file left behind', { lockedVersion: '1.0.0' }, 'package-lock.json says 1.0.0'],
	[
		'lines under Unreleased',
		changed(']\n\n', ']\n\n- New.\n\n'),
		'move what stands under Unreleased',
	],
	['no section', changed('[1.1.0]', '[1.2.0]'), 'the newest section is 1.2.0'],
	['an empty changelog', { changelog: '' }, 'the newest section is none'],
	['an empty section', changed('- A thing.', '### Added'), 'the section 1.1.0 is empty'],
	['no day', changed('2026-02-28', 'not published yet'), 'write the day of the release'],
	['no day at all', changed(' - 2026-02-28', ''), 'write the day of the release'],
	[
		'an address that reaches nobody',
		{ manifest: { version: '1.1.0', author: { email: 'someone@mail.example' } } },
		'no mail reaches author.email',
	],
	['no address', { manifest: { version: '1.1.0', author: {} } }, 'no mail reaches author.email'],
])('finds %s', (_, difference, finding) => {
	const findings = findingsOf({ ...ready, ...difference });
	expect(findings).toEqual([expect.stringContaining(finding)]);
});

it('reports everything at once', () => {
	const findings = findingsOf({ ...ready, tag: 'v2', lockedVersion: '2', changelog: '' });
	expect(findings).toHaveLength(3);
});

it('publishes preview versions under the tag next', () => {
	expect(distTagOf('1.1.0')).toBe('latest');
	expect(distTagOf('1.1.0-beta.1')).toBe('next');
});

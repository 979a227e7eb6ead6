import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { anchorsOf, linksOf } from '../../docs/markdown';
import { credentials, filesIn, root, textOf } from '../../support/package';

const pages = [
	...['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'],
	...filesIn('docs', '.md'),
];

const isElsewhere = (target: string) => /^[a-z][a-z+.-]*:/i.test(target);

describe('the reader of links', () => {
	it('finds links, pictures and addresses below the text, and none in code', () => {
		const page = [
			'[a](one.md) ![b](two.png "t") `[c](no.md)`',
			'```',
			'[d](no.md)',
			'```',
			'<img src="three.png" alt="x" width="2">',
			'[e]: four.md',
		].join('\n');
		expect(linksOf(page)).toEqual([
			{ target: 'one.md', line: 1 },
			{ target: 'two.png', line: 1 },
			{ target: 'three.png', line: 5 },
			{ target: 'four.md', line: 6 },
		]);
	});

	it('makes anchors as GitHub does', () => {
		const page = [
			'# CM.com Voice API',
			'## A: B → C',
			'### `code` & [more](x.md)',
			'## Twice',
			'## Twice',
			'```',
			'# not this',
			'```',
		].join('\n');
		expect([...anchorsOf(page)]).toEqual([
			'cmcom-voice-api',
			'a-b--c',
			'code--more',
			'twice',
			'twice-1',
		]);
	});
});

describe.each(pages)('%s', (page) => {
	const links = linksOf(textOf(page)).filter(({ target }) => !isElsewhere(target));

	const isThere = (target: string): boolean => {
		const [file, anchor] = target.split('#');
		const linked = file === '' ? page : path.posix.join(path.posix.dirname(page), file);
		// A link out of the repository leads nowhere for its readers.
		if (linked.startsWith('../') || !existsSync(path.join(root, linked))) return false;
		if (anchor === undefined) return true;
		return statSync(path.join(root, linked)).isFile() && anchorsOf(textOf(linked)).has(anchor);
	};

	it('links only to files and headings that exist', () => {
		expect(links.filter(({ target }) => !isThere(target))).toEqual([]);
	});
});

it('finds links in the pages', () => {
	expect(pages.flatMap((page) => linksOf(textOf(page))).length).toBeGreaterThan(50);
});

it('finds every guide linked from README and from another guide', () => {
	const guides = filesIn('docs/guides', '.md').map((file) => path.posix.basename(file));
	expect(guides.length).toBeGreaterThanOrEqual(6);
	const linkedFrom = (page: string) => linksOf(textOf(page)).map(({ target }) => target);
	for (const guide of guides) {
		const targets = linkedFrom('README.md').map((target) => target.split('#')[0]);
		expect(targets).toContain(`docs/guides/${guide}`);
		const others = linkedFrom(`docs/guides/${guide}`).map((target) => target.split('#')[0]);
		expect(others.some((other) => guides.includes(other) && other !== guide)).toBe(true);
	}
});

it.each(credentials.map(({ credential }) => [credential.displayName, credential.documentationUrl]))(
	'finds the section of README that the panel of %s opens',
	(_name, url) => {
		expect([...anchorsOf(textOf('README.md'))]).toContain(new URL(url!).hash.slice(1));
	},
);

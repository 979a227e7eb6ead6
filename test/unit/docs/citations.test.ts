import { existsSync, globSync } from 'node:fs';
import path from 'node:path';
import { anchorsOf } from '../../docs/markdown';
import { root, textOf } from '../../support/package';

/** A page that a comment names, from the repository's root, with its heading's anchor. */
const CITATION = /(?:[\w.@-]+\/)*[\w.{},-]+\.md\b(?:#[\w-]+)?/g;
/** Sections are named by their anchor, so that a program can look them up. */
const LOOSE_SECTION = /\.md, (?:section|["“])/;

/** The comments of a source, one line each. A `//` within an address is none. */
const commentsIn = (source: string) =>
	(source.match(/\/\*[\s\S]*?\*\/|(?:^|\s)\/\/.*$/gm) ?? []).flatMap((text) => text.split('\n'));

const citationsIn = (line: string) => line.match(CITATION) ?? [];

const isThere = (citation: string) => {
	const [file, anchor] = citation.split('#');
	if (!existsSync(path.join(root, file))) return false;
	return anchor === undefined || anchorsOf(textOf(file)).has(anchor);
};

it('finds citations in comments, and none in code', () => {
	const source =
		"/** a (docs/one.md#two). */\n// b.md, section 3\nconst c = 'd.md'; // e.md\nf('https://g.md');";
	const comments = commentsIn(source);
	expect(comments.flatMap(citationsIn)).toEqual(['docs/one.md#two', 'b.md', 'e.md']);
	expect(comments.filter((line) => LOOSE_SECTION.test(line))).toHaveLength(1);
});

it.each(['docs/n8n-facts.md#nowhere', 'design.md'])('reports %s as missing', (citation) => {
	expect(isThere(citation)).toBe(false);
});

const lines = globSync('{nodes,credentials,test}/**/*.ts', {
	cwd: root,
	// The template cites the page that its copy brings.
	exclude: (name) => ['node_modules', 'template'].includes(name),
})
	.filter((file) => !file.endsWith('citations.test.ts'))
	.flatMap((file) => {
		const text = textOf(file);
		// Nodes name a page in a string too, for the reference. Tests have strings that only look like pages.
		const found = file.startsWith('test') ? commentsIn(text) : text.split('\n');
		return found.map((line) => ({ file, line }));
	});

it('finds many citations in the sources', () => {
	expect(lines.flatMap(({ line }) => citationsIn(line)).length).toBeGreaterThan(40);
});

it('names only pages and headings that exist', () => {
	const lost = lines.flatMap(({ file, line }) =>
		citationsIn(line)
			.filter((citation) => !isThere(citation))
			.map((citation) => `${file}: ${citation}`),
	);
	expect(lost).toEqual([]);
});

it('names the section of a page by its anchor', () => {
	expect(lines.filter(({ line }) => LOOSE_SECTION.test(line))).toEqual([]);
});

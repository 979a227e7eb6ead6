import path from 'node:path';

/** A file that "Add a provider" in CONTRIBUTING.md asks for. */
export interface NewFile {
	kind: 'new';
	file: string;
	text: string;
}

/** A change it asks for; `before` and `after` hold the lines around it as well. */
export interface Change {
	kind: 'change';
	file: string;
	before: string;
	after: string;
}

export type Step = NewFile | Change;

const BLOCK = /```(\w+)\n([\s\S]*?)```/g;
const PATH = /`((?:[\w.-]+\/)*[\w.-]+\.(?:ts|js|json|svg|md))`/g;

const changed = (diff: string, without: '+' | '-') =>
	diff
		.split('\n')
		.slice(0, -1)
		.filter((line) => !line.startsWith(without))
		.map((line) => `${line.slice(1)}\n`)
		.join('');

/**
 * What a reader of the page does, in its order. A block of code is for the first file that the prose before it names,
 * for every one of its kind where it is a picture, and for the file of the block before where it names none.
 */
export function stepsOf(page: string): Step[] {
	const [, walk] = page.split('\n## Add a provider\n');
	return walk.split('\n### ').flatMap((section) => {
		let end = 0;
		let files: string[] = [];
		return [...section.matchAll(BLOCK)].flatMap((block): Step[] => {
			const [whole, language, text] = block;
			const prose = section.slice(end, block.index);
			end = block.index + whole.length;
			const named = [...prose.matchAll(PATH)].map(([, file]) => file);
			const pictures = named.filter((file) => path.extname(file) === '.svg');
			if (named.length > 0) files = language === 'svg' ? pictures : named.slice(0, 1);
			if (language !== 'diff') return files.map((file) => ({ kind: 'new', file, text }));
			const [file] = files;
			const [before, after] = [changed(text, '+'), changed(text, '-')];
			return [{ kind: 'change', file, before, after }];
		});
	});
}

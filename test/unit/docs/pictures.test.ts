import path from 'node:path';
import { filesIn, textOf } from '../../support/package';

const FOLDER = 'docs/pictures/';

const pictures = filesIn('docs', '.png').map((file) => file.slice(FOLDER.length));
const pages = ['README.md', ...filesIn('docs', '.md')];

/** The pictures that a page shows, by their names in docs/pictures, wherever the page itself is. */
const shownIn = (text: string) =>
	[...text.matchAll(/(?:\]\(|src=")(?:[^)"\s]*\/)?pictures\/([^)"\s]+)/g)].map(([, name]) => name);

it('finds pictures however a page names them', () => {
	const text =
		'![a](docs/pictures/a.png) <img src="../pictures/b.png"> [c](pictures/c.png) pictures/d.png';
	expect(shownIn(text)).toEqual(['a.png', 'b.png', 'c.png']);
});

it('keeps all pictures in one folder', () => {
	expect(filesIn('docs', '.png')).toEqual(pictures.map((name) => FOLDER + name));
	expect(pictures.length).toBeGreaterThan(10);
});

it.each(filesIn('examples', '.json'))('shows %s on its canvas', (file) => {
	const name = `example-${path.parse(file).name}.png`;
	expect(shownIn(textOf('docs/guides/examples.md'))).toContain(name);
});

it.each(pages)('finds every picture of %s', (page) => {
	expect(pictures).toEqual(expect.arrayContaining(shownIn(textOf(page))));
});

it('keeps no picture that no page shows', () => {
	const shown = new Set(pages.flatMap((page) => shownIn(textOf(page))));
	expect(pictures.filter((name) => !shown.has(name))).toEqual([]);
});

/** A heading of a page, and what stands below it until the next one. */
export interface Section {
	heading: string;
	lines: string[];
}

/** The lines of a page with those in code blocks left empty, so that line numbers stay. */
export function proseLines(page: string): string[] {
	let isCode = false;
	return page.split('\n').map((line) => {
		const isFence = /^\s*(```|~~~)/.test(line);
		if (isFence) isCode = !isCode;
		return isCode || isFence ? '' : line;
	});
}

export function sectionsOf(page: string): Section[] {
	const sections: Section[] = [{ heading: '', lines: [] }];
	for (const line of proseLines(page)) {
		const [, heading] = /^#{1,6} (.*)$/.exec(line) ?? [];
		if (heading === undefined) sections.at(-1)!.lines.push(line);
		else sections.push({ heading, lines: [] });
	}
	return sections;
}

/** The cells of a table's row; none where the line is no row, or the line below a table's head. */
export const cellsOf = (line: string): string[] =>
	/^\|.*\|$/.test(line) && !/^[|\s:-]+$/.test(line)
		? line
				.slice(1, -1)
				.split(/(?<!\\)\|/)
				.map((cell) => cell.trim())
		: [];

/** What stands in backticks. */
export const codeSpansOf = (text: string): string[] =>
	Array.from(text.matchAll(/(`+)(.+?)\1(?!`)/g), ([, , code]) => code.trim());

export const withoutCodeSpans = (text: string): string => text.replace(/(`+).+?\1(?!`)/g, '');

/** The anchors of a page by GitHub's rules: lower case, blanks become dashes, other marks go, twins are numbered. */
export function anchorsOf(page: string): Set<string> {
	const seen = new Map<string, number>();
	const anchors = sectionsOf(page)
		.slice(1)
		.map(({ heading }) => {
			const text = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[`*]/g, '');
			const slug = text
				.trim()
				.toLowerCase()
				.replace(/[^\p{L}\p{M}\p{N}\p{Pc}\s-]/gu, '')
				.replace(/\s/g, '-');
			const twins = seen.get(slug) ?? 0;
			seen.set(slug, twins + 1);
			return twins === 0 ? slug : `${slug}-${twins}`;
		});
	return new Set(anchors);
}

/** A link or a picture, with the line it stands in. */
export interface Link {
	target: string;
	line: number;
}

const LINKS = [
	/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g,
	/<(?:img|a|source)\b[^>]*?\s(?:src|srcset|href)="([^"]+)"/g,
	/^\s*\[[^\]]+\]:\s+(\S+)/g,
];

export const linksOf = (page: string): Link[] =>
	proseLines(page).flatMap((line, index) =>
		LINKS.flatMap((form) =>
			Array.from(withoutCodeSpans(line).matchAll(form), ([, target]) => ({
				target,
				line: index + 1,
			})),
		),
	);

/** A Markdown table as prettier writes it: columns as wide as their widest cell. */
export function tableOf(head: string[], rows: string[][]): string {
	const widths = head.map((_, column) =>
		Math.max(3, ...[head, ...rows].map((cells) => cells[column].length)),
	);
	const line = (cells: string[]) =>
		`| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
	return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

/**
 * A page with another text between its markers `<!-- generated: name -->` and `<!-- /generated -->`.
 *
 * @throws Error where the page has no such markers
 */
export function withPart(page: string, name: string, text: string): string {
	const part = new RegExp(`(<!-- generated: ${name} -->\n)[\\s\\S]*?(<!-- /generated -->)`);
	if (!part.test(page)) throw new Error(`The page has no markers "generated: ${name}".`);
	return page.replace(part, (_, start: string, end: string) => `${start}\n${text}\n\n${end}`);
}

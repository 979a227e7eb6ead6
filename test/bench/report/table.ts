/** A table, for the terminal and for a page. */
export interface Table {
	title: string;
	head: string[];
	rows: string[][];
}

/** The table in columns of fixed width, the first two aligned left and the figures aligned right. */
export function toText({ title, head, rows }: Table): string {
	const lines = [head, ...rows];
	const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column].length)));
	const pad = (cell: string, column: number) =>
		column < 2 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]);
	return [title, ...lines.map((line) => line.map(pad).join('  ').trimEnd())].join('\n');
}

export function toMarkdown({ head, rows }: Omit<Table, 'title'>): string {
	const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
	const rule = head.map((_, column) => (column < 2 ? '---' : '---:'));
	return [head, rule, ...rows].map(line).join('\n');
}

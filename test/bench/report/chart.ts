import type { Row } from '../measure/row';
import { contenderTitles, isOwn } from '../n8n/contenderName';
import { rounded } from './figures';

const WIDTH = 760;
const LABELS = 276;
const VALUES = 56;
const BAR = 16;
const LINE = 22;
const TITLE = 34;
const MARGIN = 12;

// One file for both themes: the colours follow the reader's theme, and the background is the page's.
const STYLE = `
text { font: 13px system-ui, sans-serif; fill: #24292f }
.title { font-weight: 600 }
.own { fill: #0969da }
.other { fill: #8c959f }
@media (prefers-color-scheme: dark) {
text { fill: #e6edf3 }
.own { fill: #4493f8 }
.other { fill: #656d76 }
}`;

const escaped = (text: string) =>
	text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

function bar(row: Row, top: number, scale: number): string {
	const value = row.nodeMs / row.work.items;
	const kind = isOwn(row.contender) ? 'own' : 'other';
	const length = Math.max(1, value * scale).toFixed(1);
	const baseline = top + BAR - 4;
	return [
		`<text x="${LABELS - 8}" y="${baseline}" text-anchor="end">${escaped(contenderTitles[row.contender])}</text>`,
		`<rect class="${kind}" x="${LABELS}" y="${top}" width="${length}" height="${BAR}" rx="2"/>`,
		`<text x="${LABELS + Number(length) + 6}" y="${baseline}">${rounded(value)} ms</text>`,
	].join('\n');
}

/**
 * A bar chart of the milliseconds per item as SVG, with a group for each operation.
 *
 * @param rows - the rows of one case, grouped by operation
 */
export function chart(title: string, rows: Row[]): string {
	const longest = Math.max(...rows.map((row) => row.nodeMs / row.work.items));
	const scale = (WIDTH - LABELS - VALUES - 2 * MARGIN) / longest;
	const parts: string[] = [];
	let top = TITLE + MARGIN;
	let operation = '';
	for (const row of rows) {
		if (row.call.title !== operation) {
			operation = row.call.title;
			top += parts.length === 0 ? 0 : MARGIN;
			parts.push(
				`<text class="title" x="${MARGIN}" y="${top + BAR - 4}">${escaped(operation)}</text>`,
			);
			top += LINE;
		}
		parts.push(bar(row, top, scale));
		top += LINE;
	}
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${top + MARGIN}" width="${WIDTH}" height="${top + MARGIN}" role="img" aria-label="${escaped(title)}">
<style>${STYLE}
</style>
<text class="title" x="${MARGIN}" y="${MARGIN + BAR}">${escaped(title)}</text>
${parts.join('\n')}
</svg>
`;
}

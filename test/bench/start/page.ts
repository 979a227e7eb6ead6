import { count } from '../report/figures';
import { type Machine, machine } from '../report/machine';
import { type Table, toMarkdown } from '../report/table';
import { writeFormatted } from '../report/writeFormatted';
import { compare } from './interleaved';
import type { PublishedSize } from './publishedSize';
import { type Starts, startTable } from './tables';

const FILE = 'docs/start-up.md';

/** The page shows quantity, who, median, from–to and more; only the terminal shows the spread of the differences. */
const SHOWN = 5;

const section = ({ title, head, rows }: Table) =>
	`## ${title}\n\n${toMarkdown({ head: head.slice(0, SHOWN), rows: rows.map((row) => row.slice(0, SHOWN)) })}`;

/** What the package adds to a start, in a sentence, which says so if the noise is as large. */
function verdict(starts: Starts): string {
	const times = (name: keyof typeof starts) => starts[name].map(({ readyMs }) => readyMs);
	const { median, from, to } = compare(times('packed'), times('without')).difference;
	const isNoise = from < 0 && to > 0;
	const seconds = `${(median / 1000).toFixed(2)} s`;
	return isNoise
		? `With the package a start took as long as without it: the difference, ${seconds} in the median of the repetitions, is within what starts differ among themselves.`
		: `With the package a start took ${seconds} more in the median of the repetitions.`;
}

/** The text of docs/start-up.md. */
export function page(starts: Starts, size: PublishedSize, on: Machine): string {
	return `# Start-up

What this package adds to the start of n8n: time and memory. This page is written by \`npm run bench:start\`.

${verdict(starts)}

${section(startTable(starts))}

## What is published

${toMarkdown({
	head: ['What', 'How much'],
	rows: [
		['Tarball', `${count(Math.round(size.packed / 1000))} kB`],
		['Unpacked', `${count(Math.round(size.unpacked / 1000))} kB in ${count(size.files)} files`],
		['Of that, the library for phone numbers', `${count(Math.round(size.library / 1000))} kB`],
	],
})}

## What is measured

- **Time until ready**: until n8n says that its editor is accessible. **Processor time** is what its main process used until then, which other programs hardly change.
- **Memory** of that process, 5 seconds later and after a collection of its garbage; PSS counts shared pages in parts.
- **More** is the median of the differences within the repetitions, against the first line. Contenders take turns, after a turn that warms up.

## To repeat it

\`\`\`sh
npm ci
npm run bench:start            # on Linux, about 10 minutes on a quiet machine; writes this page
npm run bench:start -- --short # two minutes: sees that it works
\`\`\`

Measured on ${on.day}: ${on.processor}, ${on.cores} cores, ${on.memory} GB, ${on.system}, Node ${on.node}, n8n ${on.n8n}.
`;
}

/** Writes docs/start-up.md. @returns the path of the page, from the repository's root */
export async function writePage(starts: Starts, size: PublishedSize): Promise<string> {
	return await writeFormatted(FILE, page(starts, size, await machine()));
}

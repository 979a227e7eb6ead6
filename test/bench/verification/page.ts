import path from 'node:path';

import { count } from '../report/figures';
import { machine } from '../report/machine';
import type { Machine } from '../report/machine';
import { toMarkdown } from '../report/table';
import { writeFormatted } from '../report/writeFormatted';
import { CLIENTS } from './load';
import { goalTable, isExact, pagesShare, stepTable } from './tables';
import type { Figures } from './tables';

const FILE = path.join('docs', 'verification-performance.md');

function page(figures: Figures, on: Machine): string {
	const rounds = figures.blocks.trigger.length;
	const each = figures.blocks.trigger[0].send.latencies.length;
	const kilobytes = Math.round(figures.staticDataBytes / 1000);
	return `# Performance of a verification

How long the Phone Verification Trigger takes in a real n8n, beside the same job done by n8n's own nodes. This page is written by \`npm run bench -- --verification\`.

## Goals

${toMarkdown(goalTable(figures))}

A verification is two requests at least. The page sends nothing, keeps nothing and starts nothing, so two of them are what n8n itself takes: before any trigger but its own Webhook node answers, n8n 2.41 makes an isolate for expressions. Two pages take **${pagesShare(figures).toFixed(2)}** of the time of a verification by n8n’s own nodes; the goal could be met only below that.

${
	isExact(figures)
		? `The sandbox counted ${count(figures.calls)} calls to ${count(figures.numbers)} numbers: every number got one, and each measured one was verified once.`
		: `**The sandbox counted ${count(figures.calls)} calls to ${count(figures.numbers)} numbers.**`
}

## Results

${toMarkdown(stepTable(figures))}

## What is measured

- ${CLIENTS} clients at once, each with one request at a time; ${rounds} rounds of ${each} numbers of each contender after one that warms up, in turns. Requests a second are the median of the rounds; goals compare medians within each round.
- **n8n's own nodes**: three webhooks. The page is Respond to Webhook with fixed HTML. Sending is Data Table (find a code to this number within a minute) → If → Crypto → Data Table (note the code) → HTTP Request with n8n's own Header Auth → Respond to Webhook. A check is Data Table (find the challenge) → Data Table (count the attempt) → If → Data Table (use it up) → Respond to Webhook. It guards one code a minute, three attempts, five minutes and single use, and leaves out what else the trigger does: reading numbers, limits per number, per address and in all, the code kept out of what is stored.
- **10,000 open challenges** is the most that Sends in All allows. What the trigger knows of them n8n keeps as the workflow's static data, ${kilobytes} kB in the end: it reads it with the workflow at each request, and writes it after each send and check.
- Nothing of the executions is stored. The provider is the sandbox, on the same machine, so what the network adds is missing everywhere.

## To repeat it

\`\`\`sh
npm ci
npm run bench -- --verification         # about 8 minutes on a quiet machine; writes this page
npm run bench -- --verification --short # a minute: sees that it works
\`\`\`

Measured on ${on.day}: ${on.processor}, ${on.cores} cores, ${on.memory} GB, ${on.system}, Node ${on.node}, n8n ${on.n8n}.
`;
}

/** Writes the page. @returns its path, from the repository's root */
export async function writePage(figures: Figures): Promise<string> {
	return await writeFormatted(FILE, page(figures, await machine()));
}

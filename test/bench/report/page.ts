import { DEFAULT_CONCURRENCY } from '../../../nodes/shared/items/pace';
import { median } from '../measure/statistics';
import { count, rounded, summaryOf } from './figures';
import { goalTable } from './goals';
import type { Machine } from './machine';
import type { Results } from './results';
import { toMarkdown } from './table';

const EXPRESSIONS = 2;

/** Milliseconds that n8n's expression engine takes for one expression, from what two of them add to an item. */
function expressionMs(results: Results): number {
	const many = results.of('many');
	const added = many
		.filter(({ contender }) => contender === 'computed')
		.map((row) => {
			const plain = results.find('many', 'package', row.call.provider)!;
			return (row.nodeMs - plain.nodeMs) / row.work.items / EXPRESSIONS;
		});
	return median(added);
}

/** The share of the floor's time that its two expressions take. */
function expressionShare(results: Results): number {
	const floors = results.of('many').filter(({ contender }) => contender === 'floor');
	const floor = median(floors.map(({ nodeMs, work }) => nodeMs / work.items));
	return (EXPRESSIONS * expressionMs(results)) / floor;
}

/** Milliseconds that expressions in the credential add to each item. */
function loginMs(results: Results): number {
	const added = results
		.of('many')
		.filter(({ contender }) => contender === 'tenants')
		.map((row) => {
			const plain = results.find('many', 'package', row.call.provider)!;
			return (row.nodeMs - plain.nodeMs) / row.work.items;
		});
	return median(added);
}

/** Describes the cost of the pool when the provider is slow. */
function poolSentence(results: Results): string {
	const [{ work }] = results.of('slow');
	const rounds = Math.ceil(work.items / DEFAULT_CONCURRENCY);
	return `Where the provider is slow, the width of the pool decides: ${count(work.items)} items, ${DEFAULT_CONCURRENCY} at once, wait ${rounds} times ${work.latency} ms, and n8n's HTTP Request node waits once, because it sends everything at the same time. *Max Concurrency* under Options makes the pool wider or narrower.`;
}

/**
 * The text of docs/performance.md.
 *
 * @param chart - the chart's file name
 */
export function page(results: Results, on: Machine, chart: string): string {
	const sends = results.rows.reduce((sum, row) => sum + row.sends, 0);
	return `# Performance

How long the sending operations take in a real n8n, beside the other ways to make the same call.
This page and its chart are written by \`npm run bench\`.

![Milliseconds per item of every contender](${chart})

## Goals

${toMarkdown(goalTable(results))}

The sandbox counted ${count(sends)} messages and calls in all runs; ${
		results.isExact
			? 'every recipient of every run got exactly one, and every expired token led to exactly one login.'
			: '**not every recipient got exactly one, or somebody logged in too often: see what the bench printed.**'
	}

## Results

Milliseconds per item: the median of the repetitions, and the fastest and slowest of them.

${toMarkdown(summaryOf(results))}

| Contender | What it is |
| --- | --- |
| this package | The node with \`{{ $json.phone }}\` and \`{{ $json.code }}\`: fields of the item, as dragging them writes it |
| this package, computed parameters | The same with \`{{ $json.phone.trim() }}\`, which only n8n's expression engine can read |
| this package, login by expression | The same as the first with expressions in the credential, as for several tenants |
| HTTP Request node | Version 4.5 with n8n's own credentials (Bearer, Basic or Header Auth); its AntBuddy token is fetched beforehand |
| HTTP Request node, login by expression | The same with expressions in its credential |
| declarative node | The call as \`routing\`, with a generic \`authenticate\` expression and \`requestDefaults\` |
| floor | A node of nothing but n8n's \`httpRequest\` helper with a fixed header, in a pool of the same size, with the same two parameters |

Measured in a workflow of n8n ${on.n8n}, Webhook → recipients → the node, which stores no data of its executions. The time is that of the node alone, by n8n's own clock; goals compare times within each repetition. Memory is n8n's highest resident memory (\`VmHWM\`) over what it had before the run. Contenders take turns, in another order each time, after a run that warms up. The provider is the sandbox, on the same machine, so what the network adds is missing everywhere but in the rows named HTTPS, where it answers over TLS after 50 ms.

## What follows

- n8n evaluates an expression in a virtual machine of its own: ${rounded(expressionMs(results))} ms each on this machine. Two of them are ${Math.round(expressionShare(results) * 100)} % of the floor's time. The node reads a parameter that is only a field of the item by itself, and leaves everything else to n8n. Parameters without an expression are read once for all items, and n8n is asked for the credential of each item, because expressions in it belong to the item; such expressions add ${rounded(loginMs(results))} ms.
- ${poolSentence(results)}
- A profile of n8n's process says where the time of an item goes (by hand, 2026-11-30, ANTS, 1,000 items, a provider that answers at once): of 2.0 ms n8n's credential takes 0.6 (a query of its database and two decryptions), its HTTP helper 0.5, this package 0.2, and Node's own work, mostly that of the first two, the rest. With n8n's HTTP Request node it is 3.6 ms: the credential, which it reads twice, 1.1, expressions 0.7, HTTP 0.6, the node 0.2. Goals that were set when all items shared one reading of the credential are therefore out of reach: without any work of its own a node that reads the credential for each item needs about half of the HTTP Request node's time.

## To repeat it

\`\`\`sh
npm ci
npm run bench            # about 15 minutes on a quiet machine; writes this page and its chart
npm run bench -- --short # a minute: sees that it works and that sends and logins are exact
\`\`\`

Measured on ${on.day}: ${on.processor}, ${on.cores} cores, ${on.memory} GB, ${on.system}, Node ${on.node}, n8n ${on.n8n}.
`;
}

import { DEFAULT_CONCURRENCY } from '../../../nodes/shared/items/pace';
import type { Row } from '../measure/row';
import { median } from '../measure/statistics';
import { count, rounded, tableOf } from './figures';
import { goalTable } from './goals';
import type { Machine } from './machine';
import type { Results } from './results';
import { toMarkdown } from './table';

const EXPRESSIONS = 2;

/** Milliseconds that n8n's expression engine takes for one expression: what two of them add to an item. */
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

/** The part of the floor's time that its two expressions take. */
function expressionShare(results: Results): number {
	const floors = results.of('many').filter(({ contender }) => contender === 'floor');
	const floor = median(floors.map(({ nodeMs, work }) => nodeMs / work.items));
	return (EXPRESSIONS * expressionMs(results)) / floor;
}

/** What a pool costs where the provider is slow. */
function poolSentence(results: Results): string {
	const [{ work }] = results.of('slow');
	const rounds = Math.ceil(work.items / DEFAULT_CONCURRENCY);
	return `Where the provider is slow, the width of the pool decides: ${count(work.items)} items, ${DEFAULT_CONCURRENCY} at once, wait ${rounds} times ${work.latency} ms, and n8n's HTTP Request node waits once, because it sends everything at the same time. *Max Concurrency* under Options makes the pool wider or narrower.`;
}

const section = (results: Results, rows: Row[]) => {
	const { title, ...table } = tableOf(results, rows);
	return `### ${title}\n\n${toMarkdown(table)}`;
};

/**
 * docs/performance.md.
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
			: '**not every recipient got exactly one, or somebody logged in too often: see the last two columns below.**'
	}

## Results

${results.cases.map((name) => section(results, results.of(name))).join('\n\n')}

## What is measured

- A workflow in n8n ${on.n8n}: Webhook (production URL) → recipients → the node. n8n stores no data of its executions, for
  nobody.
- **ms per item** is the time of the node alone, by n8n's own clock (the node's execution time), divided by the items;
  the median of the repetitions, and the fastest and slowest of them beside it. Ratios compare these
  times within each repetition and are the median of that. **Whole run** is the time from the webhook's call to its answer.
- **Memory** is n8n's highest resident memory (\`VmHWM\`) during the run over what it had before. Its garbage is collected
  before each of these runs, so that none pays for another's; that makes them slower, so their times are not shown.
- **Logins** and **recipients** are counted by the sandbox in all runs of a case, the one that warms up included, which begins
  with an expired token.
- All contenders take turns within a repetition, in another order each time, after a run that warms up.

| Contender | What it is |
| --- | --- |
| this package | The node with \`{{ $json.phone }}\` and \`{{ $json.code }}\`: fields of the item, as dragging them writes it |
| this package, computed parameters | The same with \`{{ $json.phone.trim() }}\`, which only n8n's expression engine can read |
| HTTP Request node | Version 4.5 with n8n's own credentials (Bearer, Basic or Header Auth); its AntBuddy token is fetched beforehand |
| declarative node | The call as \`routing\`, with a generic \`authenticate\` expression and \`requestDefaults\` |
| floor | A node of nothing but n8n's \`httpRequest\` helper with a fixed header, in a pool of the same size, with the same two parameters |

The provider is the sandbox of this repository, in a process of its own on the same machine, so what the network adds is
missing everywhere. n8n opens a connection for every request, whoever makes it.

## Where the time goes

n8n evaluates an expression in a virtual machine of its own, ${rounded(expressionMs(results))} ms each on this machine;
two of them are ${Math.round(expressionShare(results) * 100)} % of the floor's time. A parameter that is only a field of the item, and its value a text, a number or a boolean, needs none of that:
the node reads the field itself (\`nodes/shared/fields/jsonFields.ts\`) and leaves everything else to n8n. Parameters without an
expression are read once for all items. Credentials are decrypted once for a run, and log in by a function instead of an
expression.

${poolSentence(results)}

## To repeat it

\`\`\`sh
npm ci
npm run bench            # about 8 minutes on a quiet machine; writes this page and its chart
npm run bench -- --short # a minute: sees that it works and that sends and logins are exact
\`\`\`

Measured on ${on.day}: ${on.processor}, ${on.cores} cores, ${on.memory} GB, ${on.system}, Node ${on.node}, n8n ${on.n8n}.
`;
}

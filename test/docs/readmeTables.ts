import type { INodeTypeDescription } from 'n8n-workflow';
import { textOf } from '../support/package';
import { operationsOf } from './described';
import { descriptions } from './nodes';
import { tableOf, withPart } from './table';

const rowOf = (node: INodeTypeDescription): string[] => {
	const titles = operationsOf(node).map(({ title }) => title);
	return [`**${node.displayName}**`, node.description!, titles.join(', ') || 'Trigger'];
};

/** README.md with its table of nodes made anew from their descriptions. */
export const readme = (): string =>
	withPart(
		textOf('README.md'),
		'nodes',
		tableOf(['Node', 'What it does', 'Operations'], descriptions.map(rowOf)),
	);

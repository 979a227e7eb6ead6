import type { INodeTypeDescription } from 'n8n-workflow';
import { n8n } from '../../package.json';
import { inOrderOf, nodes } from '../support/package';

/** What n8n is told about every node of the package, in the order of package.json. */
export const descriptions: INodeTypeDescription[] = inOrderOf(n8n.nodes, nodes).map(
	({ node }) => node.description,
);

export const descriptionOf = (name: string): INodeTypeDescription =>
	descriptions.find((description) => description.name === name)!;

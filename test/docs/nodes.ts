import type { INodeTypeDescription } from 'n8n-workflow';
import { n8n } from '../../package.json';
import { nodes } from '../support/package';

const position = (file: string) => n8n.nodes.indexOf(`dist/${file.replace(/\.ts$/, '.js')}`);

/** What n8n is told about every node of the package, in the order of package.json. */
export const descriptions: INodeTypeDescription[] = [...nodes]
	.sort((one, other) => position(one.file) - position(other.file))
	.map(({ node }) => node.description);

export const descriptionOf = (name: string): INodeTypeDescription =>
	descriptions.find((description) => description.name === name)!;

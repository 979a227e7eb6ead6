import { NodeConnectionTypes } from 'n8n-workflow';
import type { INodeTypeDescription } from 'n8n-workflow';
import type { Resource } from '../items/operation';

type Versions = Pick<INodeTypeDescription, 'version' | 'defaultVersion' | 'outputs'>;

/**
 * The versions of a node and its outputs. Since version 2 an operation can have several; saved workflows keep version 1,
 * which has one.
 */
export function versionsOf(resources: Resource[]): Versions {
	const several = resources.flatMap(({ value, operations }) =>
		operations.flatMap(({ value: operation, outputs }) => {
			const labelled = outputs?.labels.map((displayName) => {
				return { type: NodeConnectionTypes.Main, displayName };
			});
			return labelled ? [[`${value}/${operation}`, labelled]] : [];
		}),
	);
	const table = JSON.stringify(Object.fromEntries(several));
	const one = JSON.stringify([NodeConnectionTypes.Main]);
	return {
		version: [1, 2],
		defaultVersion: 2,
		outputs: `={{ $nodeVersion > 1 && (${table})[$parameter["resource"] + "/" + $parameter["operation"]] || ${one} }}`,
	};
}

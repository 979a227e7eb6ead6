import type { IDataObject, INodeTypeDescription } from 'n8n-workflow';
import { n8n } from '../../package.json';
import type { CallbackParts } from '../../nodes/shared/callbacks/callback';
import type { Field } from '../../nodes/shared/fields/field';
import type { Group } from '../../nodes/shared/fields/groups';
import type { Operation } from '../../nodes/shared/items/operation';
import type { NodeParts } from '../../nodes/shared/items/runItems';
import type { Provider } from '../../nodes/shared/provider';
import type { VerificationParts } from '../../nodes/shared/verification/verificationProvider';
import { exportOf, inOrderOf, nodes } from '../support/package';

/** A field that holds a value; those that only group others are left out. */
export interface Leaf {
	/** In the node's parameters: `options.batching.batch.batchSize`. */
	path: string;
	/** As the panel shows it: "Options → Batching → Items per Batch". */
	title: string;
	field: Field;
}

/** One operation of a node, with the fields that it declares. */
export interface DeclaredOperation {
	node: string;
	provider: Provider;
	resource: string;
	operation: Operation;
	/** As the panel names it: "Call: Create". */
	title: string;
	leaves: Leaf[];
}

const join = (separator: string, ...parts: string[]) =>
	parts.filter((part) => part !== '').join(separator);

/** The fields among these that hold a value, also those within groups. */
export function leavesOf(fields: Array<Field | Group>, path = '', title = ''): Leaf[] {
	return fields.flatMap((field) => {
		const { name, displayName } = field.property;
		const here = join('.', path, name);
		// A group that is called like the collection around it is shown once.
		const isShown = !title.endsWith(displayName);
		const shown = join(' → ', title, isShown ? displayName : '');
		return 'fields' in field
			? leavesOf(field.fields, here, shown)
			: [{ path: here, title: shown, field }];
	});
}

/** A node with what its file exports beside the class: `resources` of a node, `fields` of a trigger. */
export interface DeclaredNode {
	description: INodeTypeDescription;
	parts: NodeParts | CallbackParts | VerificationParts;
}

/** Every node of the package, in the order of package.json. */
export const declaredNodes: DeclaredNode[] = inOrderOf(n8n.nodes, nodes).map(({ file, node }) => ({
	description: node.description,
	parts: exportOf(file, 'parts'),
}));

/** The operations of a node; a trigger has none. */
export const operationsOf = ({ description, parts }: DeclaredNode): DeclaredOperation[] =>
	'resources' in parts
		? parts.resources.flatMap(({ value, name, operations }) =>
				operations.map((operation) => ({
					node: description.name,
					provider: parts.provider,
					resource: value,
					operation,
					title: `${name}: ${operation.name}`,
					leaves: leavesOf(operation.fields),
				})),
			)
		: [];

export const declaredOperations: DeclaredOperation[] = declaredNodes.flatMap(operationsOf);

/** The fields of a credential that a person fills in. */
export const fieldsOfCredential = (file: string): Field[] => exportOf(file, 'fields');

/** Puts a value at a path such as `options.timeout` into a node's parameters. */
export function putAt(parameters: IDataObject, path: string, value: unknown): void {
	const keys = path.split('.');
	const last = keys.pop()!;
	let place = parameters;
	for (const key of keys) place = (place[key] ??= {}) as IDataObject;
	place[last] = value as string;
}

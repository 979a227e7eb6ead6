import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type {
	ICredentialType,
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
	INodeType,
} from 'n8n-workflow';

/** The package's own folder. */
export const root = path.resolve(__dirname, '../..');

/** The files in a folder of the package that end so, as paths from the root with slashes. */
export const filesIn = (folder: string, ending: string): string[] =>
	readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
		.map((file) => path.posix.join(folder, file.split(path.sep).join('/')))
		.filter((file) => file.endsWith(ending))
		.sort();

export const textOf = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** What a file exports under this name. */
export function exportOf<T>(file: string, name: string): T {
	// eslint-disable-next-line @typescript-eslint/no-require-imports -- whatever files there are
	const exported = require(path.join(root, file)) as Record<string, T>;
	return exported[name];
}

/** An object of the class that a file exports under the file's own name. */
const instanceOf = <T>(file: string): T =>
	new (exportOf<new () => T>(file, path.posix.basename(file).split('.')[0]))();

/** The same, in the order of a list in package.json, which names the built files. */
export const inOrderOf = <T extends { file: string }>(listed: string[], found: T[]): T[] => {
	const position = ({ file }: T) => listed.indexOf(`dist/${file.replace(/\.ts$/, '.js')}`);
	return [...found].sort((one, other) => position(one) - position(other));
};

export const nodeFiles = filesIn('nodes', '.node.ts');
export const credentialFiles = filesIn('credentials', '.credentials.ts');
export const nodes = nodeFiles.map((file) => ({ file, node: instanceOf<INodeType>(file) }));
/** The file of the node with this name. */
export const fileOfNode = (name: string): string =>
	nodes.find(({ node }) => node.description.name === name)!.file;
/** Where n8n looks for what an operation of the node puts out. */
export const schemaFile = (node: string, resource: string, operation: string): string =>
	`${path.posix.dirname(fileOfNode(node))}/__schema__/v1.0.0/${resource}/${operation}.json`;
export const schemaOf = (...operation: Parameters<typeof schemaFile>): object =>
	JSON.parse(textOf(schemaFile(...operation))) as object;
export const credentials = credentialFiles.map((file) => ({
	file,
	credential: instanceOf<ICredentialType>(file),
}));

type Inner = INodeProperties | INodePropertyCollection | INodePropertyOptions;

/** The fields within a collection; empty for other fields. */
export function innerOf({ options = [] }: INodeProperties): INodeProperties[] {
	return (options as Inner[]).flatMap((option) => {
		if ('values' in option) return option.values;
		return 'type' in option ? [option] : [];
	});
}

/** All fields, also those within collections. */
export const allFields = (properties: INodeProperties[]): INodeProperties[] =>
	properties.flatMap((property) => [property, ...allFields(innerOf(property))]);

/** What a select offers; empty for other fields. */
export const choicesOf = ({ type, options = [] }: INodeProperties): INodePropertyOptions[] =>
	type === 'options' || type === 'multiOptions' ? (options as INodePropertyOptions[]) : [];

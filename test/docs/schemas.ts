import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../nodes/shared/values';
import { credentialFor, providers } from '../providers';
import type { TestedProvider } from '../providers/contract';
import { startSandbox } from '../sandbox/server';
import { runNode } from '../support/engine';
import { schemaFile } from '../support/package';

interface Schema {
	type: string | string[];
	properties?: Record<string, Schema>;
}

/** What an operation puts out in a sandbox of its own, in all the ways that its provider tells. */
export async function realOutputs(
	provider: TestedProvider,
	operation: string,
): Promise<IDataObject[]> {
	const sandbox = await startSandbox();
	const credential = credentialFor(provider, sandbox);
	try {
		return await provider.outputs[operation](async (parameters) => {
			const { output, error } = await runNode({ type: provider.node, parameters, credential });
			if (error) throw error;
			return output.map(({ json }) => json);
		}, sandbox);
	} finally {
		await sandbox.close();
	}
}

function typeOf(value: unknown): string {
	if (value === null) return 'null';
	if (Array.isArray(value)) return 'array';
	return Number.isInteger(value) ? 'integer' : typeof value;
}

function schemaOf(values: unknown[], without: string[] = []): Schema {
	const types = [...new Set(values.map(typeOf))];
	const type = types.length === 1 ? types[0] : types;
	const records = values.filter(isRecord);
	if (records.length === 0) return { type };
	const keys = [...new Set(records.flatMap(Object.keys))].filter((key) => !without.includes(key));
	const valuesOf = (key: string) =>
		records.filter((record) => Object.hasOwn(record, key)).map((record) => record[key]);
	const properties = Object.fromEntries(keys.map((key) => [key, schemaOf(valuesOf(key))]));
	return { type, properties };
}

/** The text of the schema file for these outputs. */
export const schemaText = ({ madeUp }: TestedProvider, outputs: IDataObject[]): string =>
	`${JSON.stringify({ ...schemaOf(outputs, madeUp), version: 1 }, null, '\t')}\n`;

/** Every schema file, by its path from the root, made from what the operations put out in the sandbox. */
export async function schemas(): Promise<Record<string, string>> {
	const texts: Record<string, string> = {};
	for (const provider of providers)
		for (const name of Object.keys(provider.outputs)) {
			const [resource, operation] = name.split(' ');
			const outputs = await realOutputs(provider, name);
			texts[schemaFile(provider.node, resource, operation)] = schemaText(provider, outputs);
		}
	return texts;
}

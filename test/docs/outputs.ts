import type { CallbackReader } from '../../nodes/shared/callbacks/callback';
import { outputOf as verified } from '../../nodes/shared/verification/result';
import { providers } from '../providers';
import { schemaOf } from '../support/package';

/** A field of an output item. */
export interface OutputField {
	/** In dots where it nests. */
	path: string;
	/** Empty where it is what the provider says. */
	type: string;
}

interface Schema {
	type: string | string[];
	properties?: Record<string, Schema>;
}

const TYPES: Record<string, string> = { string: 'text', integer: 'number' };

const typeOf = ({ type }: Schema) =>
	[type]
		.flat()
		.map((name) => TYPES[name] ?? name)
		.join(' or ');

function fieldsIn({ properties = {} }: Schema, prefix = ''): OutputField[] {
	return Object.entries(properties).flatMap(([name, schema]) => {
		const here = { path: `${prefix}${name}`, type: typeOf(schema) };
		return schema.properties ? fieldsIn(schema, `${here.path}.`) : [here];
	});
}

/** What an operation puts out, as its `__schema__` has it: n8n shows the same before the node has run. */
export const outputOf = (node: string, resource: string, operation: string): OutputField[] =>
	fieldsIn(schemaOf(node, resource, operation) as Schema);

/** The fields of the item that a trigger puts out for each report, as it reads a report that its provider documents. */
export function reportFieldsOf(trigger: string, { read }: CallbackReader): string[] {
	const provider = providers.find((one) => one.trigger?.node === trigger)!;
	return Object.keys(read(provider.trigger!.reports[0].body)[0]);
}

/** The fields of the item that the Phone Verification Trigger puts out. */
export const verificationFields: string[] = Object.keys(
	verified({ phoneNumber: '', reason: '', attempts: 0, reference: '', channel: '', message: '' })!
		.json,
);

import { readDeliveryReports } from '../../nodes/Ants/deliveryReports';
import { readFinishedCalls } from '../../nodes/VoiceOtpAdvanced/finishedCalls';
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

/** What the triggers put out for each report. */
export const reportFields: Record<string, string[]> = {
	antsSmsOtpTrigger: Object.keys(readDeliveryReports({ messageId: 'any' })[0]),
	voiceOtpAdvancedTrigger: Object.keys(readFinishedCalls({ 'call-id': 'any' })[0]),
};

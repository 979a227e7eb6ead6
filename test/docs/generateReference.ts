import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { INodeProperties, INodeTypeDescription } from 'n8n-workflow';
import { name as packageName } from '../../package.json';
import { fieldsOf, operationsOf } from './described';
import type { DescribedField, DescribedOperation } from './described';
import { descriptions } from './nodes';
import type { WireField, WireOperation } from './wireField';
import { wireFields } from './wireFields';

export const referenceFile = path.join(__dirname, '../../docs/reference.md');

const INTRODUCTION = `# Reference

<!-- Made by "npm run reference" from the descriptions of the nodes. Change those, not this page. -->

Every field of every operation. **Parameter** is its name in a workflow's JSON and in expressions
(\`{{ $parameter["options"]["timeout"] }}\`). **Wire name** is the field of the provider's request; fields without one
are used by the node itself. **Document** says where the wire name stands: \`antbuddy-voice-otp.en.md\`,
\`ants-sms-otp.md\` and \`voice-otp-advanced.md\` are the providers' own pages. The page of CM.com shows most fields
without their names; these come from CM.com's .NET SDK.
`;

const COLUMNS = ['Field', 'Parameter', 'Wire name', 'Type', 'Limits', 'Default', 'Document'];

const TYPES: Record<string, string> = {
	string: 'text',
	options: 'choice',
	multiOptions: 'choices',
};

const code = (text: unknown) => `\`${String(text)}\``;

const row = (cells: string[]) => `| ${cells.join(' | ')} |`;

function numberLimits({ minValue, maxValue }: NonNullable<INodeProperties['typeOptions']>) {
	if (minValue !== undefined && maxValue !== undefined) return `${minValue} to ${maxValue}`;
	return minValue === undefined ? '' : `${minValue} or more`;
}

/** "where `codeSource` is `own`", for a field that another one shows. */
function conditionOf({ displayOptions }: INodeProperties): string {
	return Object.entries(displayOptions?.show ?? {})
		.filter(([name]) => name !== 'resource' && name !== 'operation')
		.map(([name, values]) => `where ${code(name)} is ${values!.map(code).join(' or ')}`)
		.join(', ');
}

function limitsOf(property: INodeProperties, { form, maxLength }: WireField): string {
	const { required, typeOptions = {}, type } = property;
	const choices = type === 'options' || type === 'multiOptions' ? (property.options ?? []) : [];
	const limits = [
		[required && 'required', conditionOf(property)].filter(Boolean).join(' '),
		form,
		maxLength !== undefined && `at most ${maxLength} characters`,
		numberLimits(typeOptions),
		choices.map((choice) => code('value' in choice && choice.value)).join(', '),
	];
	return limits.filter(Boolean).join('; ');
}

function defaultOf({ default: value }: INodeProperties): string {
	const isEmpty = value === '' || (Array.isArray(value) && value.length === 0);
	return isEmpty ? '' : code(String(value).replace(/^=/, ''));
}

function rowOf({ path: name, label, property }: DescribedField, operation: WireOperation): string {
	const field = operation.fields[name];
	return row([
		label,
		code(name),
		(field.wire ?? []).map(code).join(' or '),
		TYPES[property.type] ?? property.type,
		limitsOf(property, field),
		defaultOf(property),
		field.wire ? (field.document ?? operation.document ?? '') : '',
	]);
}

function operationSection(node: INodeTypeDescription, described: DescribedOperation): string {
	const { resource, operation, title, description, properties } = described;
	const wire = wireFields[node.name][`${resource} ${operation}`.trim()];
	const request = wire.request ? `Sends ${code(wire.request)} (${wire.document}).` : '';
	return [
		title && `### ${title}\n`,
		title && `${description}. ${request}`.trim() + '\n',
		row(COLUMNS),
		row(COLUMNS.map(() => '---')),
		...fieldsOf(properties).map((field) => rowOf(field, wire)),
	]
		.filter((line) => line !== '')
		.join('\n');
}

function nodeSection(node: INodeTypeDescription): string {
	const { displayName, name, description, credentials = [] } = node;
	const uses = credentials.map((credential) => ` Credential: ${code(credential.name)}.`).join('');
	const sections = operationsOf(node).map((operation) => operationSection(node, operation));
	return [
		`## ${displayName}`,
		`${description}. Type: ${code(`${packageName}.${name}`)}.${uses}`,
		...sections,
	].join('\n\n');
}

/** The whole of docs/reference.md. */
export const reference = (): string =>
	`${[INTRODUCTION.trim(), ...descriptions.map(nodeSection)].join('\n\n')}\n`;

if (require.main === module) writeFileSync(referenceFile, reference());

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ICredentialType, INodeProperties, INodeTypeDescription } from 'n8n-workflow';
import { name as packageName } from '../../package.json';
import { credentialFields, credentials } from './credentialFields';
import { fieldsOf, operationsOf } from './described';
import type { DescribedField, DescribedOperation } from './described';
import { descriptions } from './nodes';
import { outputOf, reportFields } from './outputs';
import type { WireField, WireOperation } from './wireField';
import { wireFields } from './wireFields';

export const referenceFile = path.join(__dirname, '../../docs/reference.md');

const INTRODUCTION = `# Reference

<!-- Made by "npm run reference" from the descriptions of the nodes. Change those, not this page. -->

Every field of every operation, trigger and credential. **Parameter** is its name in a workflow's JSON and in expressions
(\`{{ $parameter["options"]["timeout"] }}\`). **Wire name** is the field of the provider's request; fields without one
are used by the node itself. **Document** says where the wire name stands: \`antbuddy-voice-otp.en.md\`,
\`ants-sms-otp.md\` and \`voice-otp-advanced.md\` are the providers' own pages. The page of CM.com shows most fields
without their names; these come from CM.com's .NET SDK. **Puts out** lists the fields of an output item; what else a
provider answers stands beside them.

[What stays compatible](guides/upgrading.md#what-stays-compatible) ·
[Messages](guides/troubleshooting.md) · [README](../README.md)
`;

const COLUMNS = ['Field', 'Parameter', 'Wire name', 'Type', 'Limits', 'Default', 'Document'];

const TYPES: Record<string, string> = {
	string: 'text',
	options: 'choice',
	multiOptions: 'choices',
};

/** More choices than that are not listed. */
const MANY = 30;

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
	const values = choices.map((choice) => code('value' in choice && choice.value));
	const limits = [
		[required && 'required', conditionOf(property)].filter(Boolean).join(' '),
		form,
		maxLength !== undefined && `at most ${maxLength} characters`,
		numberLimits(typeOptions),
		values.length > MANY ? `any of ${values.length}, such as ${values[0]}` : values.join(', '),
	];
	return limits.filter(Boolean).join('; ');
}

function defaultOf({ default: value }: INodeProperties): string {
	const isEmpty = value === '' || (Array.isArray(value) && value.length === 0);
	return isEmpty ? '' : code(String(value).replace(/^=/, ''));
}

type Wire = Pick<WireOperation, 'fields' | 'document'>;

function rowOf({ path: name, label, property }: DescribedField, operation: Wire): string {
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

const table = (fields: DescribedField[], wire: Wire) =>
	[row(COLUMNS), row(COLUMNS.map(() => '---')), ...fields.map((field) => rowOf(field, wire))].join(
		'\n',
	);

function outputLine(node: string, { resource, operation }: DescribedOperation): string {
	const fields =
		resource === ''
			? reportFields[node].map(code)
			: outputOf(node, resource, operation).map(({ path, type }) => `${code(path)} (${type})`);
	return `Puts out${resource === '' ? ', one item for each report' : ''}: ${fields.join(', ')}.`;
}

function operationSection(node: INodeTypeDescription, described: DescribedOperation): string {
	const { resource, operation, title, description, properties } = described;
	const wire = wireFields[node.name][`${resource} ${operation}`.trim()];
	const request = wire.request
		? `Sends ${code(wire.request)} (${wire.document}).`
		: 'Makes no request.';
	const head =
		title === ''
			? [`Documented in ${wire.document}.`]
			: [
					`### ${title}`,
					`${description}. ${request} Parameters: ${code('resource')} is ${code(resource)}, ${code('operation')} is ${code(operation)}.`,
				];
	return [...head, table(fieldsOf(properties), wire), outputLine(node.name, described)].join(
		'\n\n',
	);
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

function credentialSection({ displayName, name, properties }: ICredentialType): string {
	const shown = properties.filter(({ type }) => type !== 'hidden');
	const fields = table(fieldsOf(shown), { fields: credentialFields[name] });
	return `### ${displayName}\n\nType: ${code(name)}.\n\n${fields}`;
}

/** The whole of docs/reference.md. */
export function reference(): string {
	const nodes = descriptions.map(nodeSection);
	const sections = [...nodes, '## Credentials', ...credentials.map(credentialSection)];
	return `${[INTRODUCTION.trim(), ...sections].join('\n\n')}\n`;
}

if (require.main === module) writeFileSync(referenceFile, reference());

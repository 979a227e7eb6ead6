import path from 'node:path';
import type { ICredentialType, INodeProperties } from 'n8n-workflow';
import { n8n, name as packageName } from '../../package.json';
import type { Field } from '../../nodes/shared/fields/field';
import type { Operation } from '../../nodes/shared/items/operation';
import { credentials, inOrderOf } from '../support/package';
import { declaredNodes, fieldsOfCredential, leavesOf, operationsOf } from './fields';
import type { DeclaredNode, DeclaredOperation, Leaf } from './fields';
import { outputOf, reportFieldsOf, verificationFields } from './outputs';

const INTRODUCTION = `# Reference

<!-- Made by "npm run generate" from the declarations of the fields. Change those, not this page. -->

Every field of every operation, trigger and credential. **Parameter** is its name in a workflow's JSON and in expressions
(\`{{ $parameter["options"]["timeout"] }}\`). **Wire name** is the field of the provider's request; fields without one
are used by the node itself. How sure each wire name is stands in the page about the provider, to which every request
links. **Puts out** lists the fields of an output item; what else a provider answers stands beside them.

[What stays compatible](guides/upgrading.md#what-stays-compatible) ·
[Messages](guides/troubleshooting.md) · [README](../README.md)
`;

const COLUMNS = ['Field', 'Parameter', 'Wire name', 'Type', 'Limits', 'Default'];

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

function limitsOf({ property, form, maxLength }: Field): string {
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

const rowOf = ({ path: name, title, field }: Leaf): string =>
	row([
		title,
		code(name),
		[field.wire ?? []].flat().map(code).join(' or '),
		TYPES[field.property.type] ?? field.property.type,
		limitsOf(field),
		defaultOf(field.property),
	]);

const table = (fields: Leaf[]) =>
	[row(COLUMNS), row(COLUMNS.map(() => '---')), ...fields.map(rowOf)].join('\n');

/** A link to a section of a page in docs/, beside the reference. */
const link = (document: string) =>
	`[${path.posix.basename(document).split('#')[0]}](${path.posix.relative('docs', document)})`;

const codes = (names: string[]) => names.map(code).join(', ');

const outputsOf = ({ outputs }: Operation) =>
	outputs ? ` Outputs: ${outputs.labels.join(', ')}; in version 1 of the node, one.` : '';

function operationSection({ node, resource, operation, title, leaves }: DeclaredOperation): string {
	const { value, description, endpoint, document } = operation;
	const request = endpoint
		? `Sends ${code(`${endpoint.method} ${endpoint.path}`)} (${link(document!)}).`
		: 'Makes no request.';
	const output = outputOf(node, resource, value).map(({ path, type }) => `${code(path)} (${type})`);
	return [
		`### ${title}`,
		`${description}. ${request} Parameters: ${code('resource')} is ${code(resource)}, ${code('operation')} is ${code(value)}.`,
		table(leaves),
		`Puts out: ${output.join(', ')}.${outputsOf(operation)}`,
	].join('\n\n');
}

function nodeSection(node: DeclaredNode): string {
	const { displayName, name, description, credentials = [] } = node.description;
	const uses = credentials.map((credential) => ` Credential: ${code(credential.name)}.`).join('');
	const head = [
		`## ${displayName}`,
		`${description}. Type: ${code(`${packageName}.${name}`)}.${uses}`,
	];
	if ('resources' in node.parts)
		return [...head, ...operationsOf(node).map(operationSection)].join('\n\n');
	if ('providers' in node.parts)
		return [
			...head,
			'Page and JSON are described in [phone verification](guides/phone-verification.md).',
			table(leavesOf(node.parts.fields)),
			`Puts out: ${codes(verificationFields)}.`,
		].join('\n\n');
	return [
		...head,
		`Documented in ${link(node.parts.document)}.`,
		table(leavesOf(node.parts.fields)),
		`Puts out, one item for each report: ${codes(reportFieldsOf(name, node.parts))}.`,
	].join('\n\n');
}

function credentialSection(file: string, { displayName, name }: ICredentialType): string {
	const fields = table(leavesOf(fieldsOfCredential(file)));
	return `### ${displayName}\n\nType: ${code(name)}.\n\n${fields}`;
}

/** The whole of docs/reference.md. */
export function reference(): string {
	const nodes = declaredNodes.map(nodeSection);
	const ofCredentials = inOrderOf(n8n.credentials, credentials).map(({ file, credential }) =>
		credentialSection(file, credential),
	);
	return `${[INTRODUCTION.trim(), ...nodes, '## Credentials', ...ofCredentials].join('\n\n')}\n`;
}

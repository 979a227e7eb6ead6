import { propertiesOf } from '../../../nodes/shared/fields/groups';
import { declaredNodes, declaredOperations, fieldsOfCredential, leavesOf } from '../../docs/fields';
import { outputOf } from '../../docs/outputs';
import { credentials } from '../../support/package';

it.each(credentials)('declares every visible field of $credential.name', (type) => {
	const shown = type.credential.properties.filter(({ type: kind }) => kind !== 'hidden');
	expect(propertiesOf(fieldsOfCredential(type.file))).toEqual(shown);
});

it.each(
	declaredNodes.flatMap(({ description, parts }) =>
		'fields' in parts ? [{ description, fields: parts.fields }] : [],
	),
)('declares every visible field of $description.name', ({ description, fields }) => {
	const shown = description.properties.filter(({ type }) => !['notice', 'hidden'].includes(type));
	expect(propertiesOf(fields)).toEqual(shown);
});

it.each(declaredOperations)('lists the output of $title of $node', (declared) => {
	const { node, resource, operation } = declared;
	expect(outputOf(node, resource, operation.value).length).toBeGreaterThan(1);
});

it('says in words which form a value has, or leaves it out', () => {
	const fields = [
		...declaredOperations.flatMap(({ operation }) => leavesOf(operation.fields)),
		...declaredNodes.flatMap(({ parts }) => ('fields' in parts ? leavesOf(parts.fields) : [])),
		...credentials.flatMap(({ file }) => leavesOf(fieldsOfCredential(file))),
	];
	const forms = fields.flatMap(({ field: { form } }) => form ?? []);
	expect(forms.length).toBeGreaterThan(10);
	for (const form of forms) expect(form).toMatch(/[a-z]{2}|…/);
});

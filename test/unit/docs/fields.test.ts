import { propertiesOf } from '../../../nodes/shared/fields/groups';
import { declaredNodes, declaredOperations, fieldsOfCredential } from '../../docs/fields';
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
)('declares every field of $description.name', ({ description, fields }) => {
	const shown = description.properties.filter(({ type }) => type !== 'notice');
	expect(propertiesOf(fields)).toEqual(shown);
});

it.each(declaredOperations)('lists the output of $title of $node', (declared) => {
	const { node, resource, operation } = declared;
	expect(outputOf(node, resource, operation.value).length).toBeGreaterThan(1);
});

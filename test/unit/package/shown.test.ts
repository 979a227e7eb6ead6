import type { INodeProperties } from 'n8n-workflow';
import { allFields, choicesOf, nodes } from '../../support/package';

const owners = nodes.map(({ node: { description } }) => ({
	name: description.name,
	fields: allFields(description.properties),
}));

/** The values that a field can have for which others are shown. */
const valuesOf = (field: INodeProperties): unknown[] =>
	field.type === 'boolean' ? [true, false] : choicesOf(field).map(({ value }) => value);

describe.each(owners)('the panel of $name', ({ fields }) => {
	it('lets no number be typed that is too low', () => {
		const numbers = fields.filter(({ type }) => type === 'number');
		const free = numbers.filter(({ typeOptions }) => typeOptions?.minValue === undefined);
		expect(free.map(({ name }) => name)).toEqual([]);
	});

	it('shows each field for a value that another can have', () => {
		for (const { name, displayOptions } of fields)
			for (const [other, shownFor = []] of Object.entries(displayOptions?.show ?? {})) {
				const possible = fields.filter((field) => field.name === other).flatMap(valuesOf);
				const isShown = shownFor.some((value) => possible.includes(value));
				expect([name, other, isShown]).toEqual([name, other, true]);
			}
	});
});

import type { IDataObject, INodeParameters, INodePropertyOptions } from 'n8n-workflow';
import { declaredOperations, putAt } from '../docs/fields';
import type { Leaf } from '../docs/fields';
import { REQUESTING } from '../providers';
import { THAILAND, VIETNAM } from '../providers/samples';
import { NodeTest } from '../support/nodeTest';

/** Values of texts that have to be of a form. */
const FORMS: Record<string, string> = {
	'a web address': 'http://127.0.0.1:9/',
	'a locale as en-GB': 'nl-NL',
};

/** The documents' answer for what was never requested: the sandbox read the whole body before it. */
const UNKNOWN_OTP = 'No Data Available OTP';

/** A value that is not the default where there is another. */
function valueOf({ property, form = '', maxLength }: Leaf['field']): unknown {
	const { type, typeOptions, options = [] } = property;
	if (type === 'boolean') return true;
	if (type === 'number') return typeOptions?.maxValue ?? 7;
	if (type === 'options')
		return (options as INodePropertyOptions[])
			.map(({ value }) => value)
			.reduce((first, value) => (value === property.default ? first : value));
	return FORMS[form] ?? 'x'.repeat(maxLength!);
}

/** The values of a body by their wire names. */
const valuesIn = (body: IDataObject, prefix = ''): Array<[string, unknown]> =>
	Object.entries(body).flatMap(
		([name, value]): Array<[string, unknown]> =>
			value !== null && typeof value === 'object' && !Array.isArray(value)
				? valuesIn(value as IDataObject, `${prefix}${name}.`)
				: [[`${prefix}${name}`, value]],
	);

const wiresOf = (leaves: Leaf[]) => leaves.flatMap(({ field }) => field.wire ?? []);

const groupOf = ({ path }: Leaf) => path.slice(0, path.lastIndexOf('.') + 1);

/** The parameters under which a field is shown, or sent under another of its names; none for most fields. */
function variantsOf({ path, field }: Leaf, usual: INodeParameters): IDataObject[] {
	if (Array.isArray(field.wire)) return [{ [path]: `${VIETNAM}, ${THAILAND}` }];
	const shown = Object.entries(field.property.displayOptions?.show ?? {});
	if (shown.length === 0 || field.wire === undefined) return [];
	const condition = shown.map(([name, values]) => [name, values![0]]);
	return [{ ...Object.fromEntries(condition), [path]: usual[path] ?? 'x' }] as IDataObject[];
}

describe.each(REQUESTING)('the fields of $name', ({ type, parameters }) => {
	const test = new NodeTest(type, parameters);
	const { operation, leaves } = declaredOperations.find(
		(declared) =>
			declared.node === type &&
			declared.resource === parameters.resource &&
			declared.operation.value === parameters.operation,
	)!;
	const optional = leaves.filter(({ field }) => field.wire && !field.property.required);

	/** What the sandbox got; it refuses fields it does not know and values that are not documented. */
	async function sentWith(set: Leaf[], variant: IDataObject = {}) {
		const all: IDataObject = { ...variant };
		for (const leaf of set) putAt(all, leaf.path, valueOf(leaf.field));
		test.sandbox.reset();
		const { error } = await test.run({ parameters: all as INodeParameters });
		expect(error?.message ?? UNKNOWN_OTP).toContain(UNKNOWN_OTP);
		const [{ method, path, body = {} }] = test.sent;
		expect({ method, path }).toEqual(operation.endpoint);
		return new Map(valuesIn(body));
	}

	for (const leaf of optional)
		it(`send only ${leaf.title}, under its wire name`, async () => {
			const { name } = leaf.field.property;
			const beside = optional.filter(
				(other) =>
					groupOf(other) === groupOf(leaf) &&
					(other.field.sentWith === name || leaf.field.sentWith === other.field.property.name),
			);
			const usual = await sentWith([]);
			const sent = await sentWith([leaf, ...beside]);
			const expected = new Set([...usual.keys(), ...wiresOf([leaf, ...beside])]);
			expect([...sent.keys()].sort()).toEqual([...expected].sort());
			expect(sent.get(leaf.field.wire as string)).toBe(valueOf(leaf.field));
		});

	it('send every field that is set, and nothing else', async () => {
		const names = new Set<string>();
		for (const variant of [{}, ...leaves.flatMap((leaf) => variantsOf(leaf, parameters))])
			for (const name of (await sentWith(optional, variant)).keys()) names.add(name);
		expect([...names].sort()).toEqual(wiresOf(leaves).sort());
	});
});

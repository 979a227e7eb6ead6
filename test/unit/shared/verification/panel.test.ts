import { NodeHelpers } from 'n8n-workflow';
import type { INode, INodeParameters, INodePropertyOptions } from 'n8n-workflow';
import {
	parts,
	PhoneVerificationTrigger,
} from '../../../../nodes/PhoneVerification/PhoneVerificationTrigger.node';
import { outputsShown } from '../../support/editor';

const { description } = new PhoneVerificationTrigger();
const { providers } = parts;

/** The parameters that n8n's editor and engine give a node for these. */
function parametersOf(given: INodeParameters): INodeParameters {
	const node = { typeVersion: 1, parameters: given } as INode;
	return NodeHelpers.getNodeParameters(
		description.properties,
		given,
		true,
		false,
		node,
		description,
	)!;
}

/** The names of the credentials that the panel shows, and of the providers' own fields. */
function shownFor(given: INodeParameters): string[] {
	const parameters = parametersOf(given);
	const node = { typeVersion: 1, parameters } as INode;
	const isShown = (one: Parameters<typeof NodeHelpers.displayParameter>[1]) =>
		NodeHelpers.displayParameter(parameters, one, node, description);
	const own = providers.flatMap(({ fields }) => fields.map(({ property: { name } }) => name));
	const fields = description.properties.filter(({ name }) => own.includes(name));
	return [...description.credentials!, ...fields].filter(isShown).map(({ name }) => name);
}

const nameOfAll = (used: typeof providers) => [
	...used.map(({ provider }) => provider.credentialType),
	...used.flatMap(({ fields }) => fields.map(({ property: { name } }) => name)),
];

const combinations = providers.flatMap(({ value: provider }) =>
	['none', ...providers.map(({ value }) => value)].map((fallbackProvider) => {
		return { provider, fallbackProvider };
	}),
);

describe.each(combinations)('$provider with $fallbackProvider to fall back on', (chosen) => {
	const names: string[] = Object.values(chosen);
	const used = providers.filter(({ value }) => names.includes(value));

	it('shows the credentials and the fields of these providers', () => {
		expect(shownFor(chosen)).toEqual(nameOfAll(used));
	});

	it('keeps what is typed into their fields, and misses nothing', () => {
		const typed = Object.fromEntries(nameOfAll(used).map((name) => [name, 'typed']));
		const parameters = parametersOf({ ...chosen, ...typed });
		const fields = used.flatMap((of) => of.fields.map(({ property }) => property.name));
		for (const name of fields) expect(parameters[name]).toBe('typed');
		const node = { typeVersion: 1, parameters } as INode;
		const issues = NodeHelpers.getNodeParametersIssues(description.properties, node, description);
		expect(issues).toBeNull();
	});

	it('still does once the panel was used before', () => {
		const others = parametersOf({
			provider: providers.find(({ value }) => !names.includes(value))?.value ?? '',
		});
		expect(shownFor({ ...others, ...chosen })).toEqual(nameOfAll(used));
	});
});

it('shows the provider of a node that was just added', () => {
	expect(shownFor({})).toEqual(nameOfAll(providers.slice(0, 1)));
});

it('has an output for numbers that are not verified if it is switched on', () => {
	const settings = { typeVersion: 1 };
	expect(outputsShown(description, {}, settings)).toEqual(['']);
	expect(outputsShown(description, { notVerifiedOutput: true }, settings)).toEqual([
		'Verified',
		'Not Verified',
	]);
});

it('shows its address once', () => {
	const [page, ...others] = description.webhooks!;
	expect([page.httpMethod, page.ndvHideUrl, page.ndvHideMethod]).toEqual(['GET', undefined, true]);
	expect(others.map(({ httpMethod, ndvHideUrl }) => [httpMethod, ndvHideUrl])).toEqual([
		['HEAD', true],
		['POST', true],
	]);
	expect(new Set(description.webhooks!.map(({ path }) => path)).size).toBe(1);
});

it('offers the fields of a page that follows where they count', () => {
	const fieldsFor = (respond: string) =>
		Object.keys(parametersOf({ respond })).filter((name) =>
			['doneText', 'redirectUrl'].includes(name),
		);
	expect(fieldsFor('page')).toEqual(['doneText']);
	expect(fieldsFor('redirect')).toEqual(['redirectUrl']);
	expect(fieldsFor('workflowResult')).toEqual([]);
});

const choicesOfField = (name: string) =>
	description.properties.find((property) => property.name === name)!
		.options as INodePropertyOptions[];

it.each(['provider', 'fallbackProvider'])('offers the providers by name: %s', (name) => {
	const all = choicesOfField(name).map((choice) => choice.name);
	expect(all).toEqual(all.toSorted((one, other) => one.localeCompare(other, 'en')));
	const choices = choicesOfField(name).filter(({ value }) => value !== 'none');
	expect(choices).toHaveLength(providers.length);
	for (const { value, description: what } of choices)
		expect(what).toMatch(
			providers.find((each) => each.value === value)!.channel === 'call' ? /^Calls / : /^Texts /,
		);
	const { noDataExpression } = description.properties.find((property) => property.name === name)!;
	// n8n chooses the credentials by it before it evaluates anything.
	expect(noDataExpression).toBe(true);
});

it('names each language as its speakers do', () => {
	for (const { name, value } of choicesOfField('language')) {
		const language = String(value);
		expect(name).toBe(new Intl.DisplayNames(language, { type: 'language' }).of(language));
	}
});

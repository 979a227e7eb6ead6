import { existsSync } from 'node:fs';
import path from 'node:path';
import type {
	INodeProperties,
	TriggerPanelDefinition,
	UsableAsToolDescription,
} from 'n8n-workflow';
import { operationsOf } from '../../docs/described';
import { subtitleShown } from '../support/editor';
import { allFields, choicesOf, credentials, nodes, root } from '../../support/package';

const SMALL = new Set('a an and as at by for from in of on or per the to with'.split(' '));
const isTitleCase = (text: string) =>
	text
		.split(/[\s/]+/)
		.every((word, place) => /^[(+]*[A-Z0-9+]/.test(word) || (place > 0 && SMALL.has(word)));

/** One sentence without a full stop, or several, each with one (n8n's own style). */
const isSentence = (text: string) =>
	/^[A-Z]/.test(text) && text === text.trim() && /[.!?]\s+[A-Z]/.test(text) === text.endsWith('.');

/** Fields that n8n's own nodes leave without a description, because their names say enough. */
const isPlain = ({ name }: INodeProperties) => ['resource', 'operation', 'options'].includes(name);

const owners = [
	...nodes.map(({ node: { description } }) => ({
		name: description.name,
		fields: allFields(description.properties).filter(({ type }) => type !== 'notice'),
		needsDescription: (field: INodeProperties) => !isPlain(field),
	})),
	...credentials.map(({ credential }) => ({
		name: credential.name,
		fields: allFields(credential.properties),
		needsDescription: () => false,
	})),
];

it('finds the fields of all nodes and credentials', () => {
	expect(owners.flatMap(({ fields }) => fields).length).toBeGreaterThan(95);
});

const isInOrder = (names: string[]) =>
	names.every((name, place) => place === 0 || names[place - 1].localeCompare(name, 'en') <= 0);

function hasDefaultWithinLimits(field: INodeProperties): boolean {
	const { type, default: value, typeOptions = {} } = field;
	const values = choicesOf(field).map((choice) => choice.value);
	if (type === 'options') return values.includes(value as string);
	if (type === 'multiOptions') return (value as string[]).every((one) => values.includes(one));
	if (type === 'boolean') return typeof value === 'boolean';
	if (type !== 'number' || String(value).startsWith('=')) return true;
	const { minValue = -Infinity, maxValue = Infinity } = typeOptions;
	return typeof value === 'number' && value >= minValue && value <= maxValue;
}

describe.each(owners)('the fields of $name', ({ fields, needsDescription }) => {
	/** The names of the fields that do not follow a rule. */
	const offenders = (follows: (field: INodeProperties) => boolean) =>
		fields.filter((field) => !follows(field)).map(({ name }) => name);

	it('have names in title case, and so have their groups', () => {
		const named = (field: INodeProperties) =>
			field.type === 'fixedCollection' ? [field, ...(field.options as INodeProperties[])] : [field];
		const follows = (field: INodeProperties) =>
			named(field).every(({ displayName }) => isTitleCase(displayName));
		expect(offenders(follows)).toEqual([]);
	});

	it('have sentences as descriptions and hints', () => {
		const follows = (field: INodeProperties) => {
			const { description = needsDescription(field) ? '' : 'None', hint = 'None', type } = field;
			const isWhether = type !== 'boolean' || /^(Whether |None$)/.test(description);
			return isSentence(description) && isSentence(hint) && isWhether;
		};
		expect(offenders(follows)).toEqual([]);
	});

	it("have placeholders in n8n's form, or none", () => {
		const follows = ({ type, placeholder }: INodeProperties) =>
			type === 'collection' || type === 'fixedCollection'
				? /^Add [A-Z]/.test(placeholder ?? '')
				: /^e\.g\. /.test(placeholder ?? 'e.g. ');
		expect(offenders(follows)).toEqual([]);
	});

	it('have defaults within their limits', () => {
		expect(offenders(hasDefaultWithinLimits)).toEqual([]);
	});

	it('offer each choice once, with a name in title case, and sort five or more by name', () => {
		const follows = (field: INodeProperties) => {
			const choices = choicesOf(field);
			const names = choices.map(({ name }) => name);
			const isUnique = new Set(choices.map(({ value }) => value)).size === choices.length;
			// Default Country has the provider's own country and None first.
			const sorted = field.name === 'defaultCountry' ? names.slice(2) : names;
			const isSorted = names.length < 5 || isInOrder(sorted);
			// Countries have the names of Intl.DisplayNames.
			const isCountry = ['allowedCountries', 'defaultCountry'].includes(field.name);
			// Languages have their own names.
			const isNamed = isCountry || field.name === 'language' || names.every(isTitleCase);
			const isDescribed = choices.every(({ description = 'None' }) => isSentence(description));
			return isUnique && isSorted && isNamed && isDescribed;
		};
		expect(offenders(follows)).toEqual([]);
	});
});

describe.each(
	nodes.map(({ node, file }) => [node.description.name, node.description, file] as const),
)('%s', (_, description, file) => {
	it('has the same name in all places', () => {
		expect(description.defaults.name).toBe(description.displayName);
		expect(isTitleCase(description.displayName)).toBe(true);
		const className = path.basename(file).split('.')[0];
		expect(className[0].toLowerCase() + className.slice(1)).toBe(description.name);
	});

	it('has a short description', () => {
		expect(isSentence(description.description)).toBe(true);
		expect(description.subtitle).toBeTruthy();
		const notices = description.properties.filter(({ type }) => type === 'notice');
		for (const { name, displayName, default: value } of notices)
			expect([name, value, isSentence(displayName)]).toEqual(['notice', '', true]);
	});

	it('has a subtitle that says what the node does', () => {
		if (description.group.includes('trigger'))
			expect(description.subtitle).toMatch(/^[A-Z][a-z]+ [a-z]+$/);
		else expect(description.subtitle).toMatch(/^=\{\{.*\}\}$/);
	});

	it('has a light and a dark icon', () => {
		const icons = Object.values(description.icon as object) as string[];
		expect(Object.keys(description.icon as object)).toEqual(['light', 'dark']);
		expect(new Set(icons).size).toBe(2);
		for (const icon of icons) {
			expect(icon).toMatch(/^file:.+\.svg$/);
			const target = path.resolve(root, path.dirname(file), icon.slice('file:'.length));
			expect([icon, existsSync(target)]).toEqual([icon, true]);
		}
	});
});

describe.each(
	nodes
		.filter(({ node }) => node.execute)
		.map(({ node }) => [node.description.name, node.description] as const),
)('%s with its operations', (_, description) => {
	const { properties, usableAsTool, group, credentials: needed } = description;
	const choices = properties.filter(({ name }) => name === 'operation').flatMap(choicesOf);

	it.each(operationsOf(description))(
		'has the subtitle $title',
		({ resource, operation, title }) => {
			expect(subtitleShown(description, { resource, operation })).toBe(title);
			expect(title).toMatch(/^[A-Z][A-Za-z]+: [A-Z][A-Za-z ]+$/);
		},
	);

	it('has no subtitle for an operation that it does not have', () => {
		const other = { resource: 'call', operation: 'other' };
		expect(subtitleShown(description, other)).toBeUndefined();
	});

	it('is an action node with one credential', () => {
		expect(group).toEqual(['output']);
		expect(needed).toMatchObject([{ name: expect.any(String) as string, required: true }]);
		expect(needed).toHaveLength(1);
	});

	it('offers each operation with an action and a description', () => {
		expect(choices.length).toBeGreaterThan(1);
		for (const { action, description } of choices) {
			expect(action).toMatch(/^[A-Z][a-z]+ (a|an|many) [A-Za-z ]+$/);
			expect(isSentence(description ?? '')).toBe(true);
		}
	});

	it('tells an AI agent what to keep, what to call next, and what the node answers', () => {
		const tool = usableAsTool as UsableAsToolDescription;
		expect(Object.keys(tool)).toEqual(['replacements']);
		expect(Object.keys(tool.replacements!)).toEqual(['description']);
		const words = String(tool.replacements?.description);
		expect(isSentence(words)).toBe(true);
		expect(words).toMatch(/ answers with an? (challenge|otpId)\b.* keep it, .* verified /);
		const named = [...words.matchAll(/\b[A-Z][A-Za-z]+: [A-Z][a-z]+/g)].map(([name]) => name);
		const titles = operationsOf(description).map(({ title }) => title);
		expect(named).toHaveLength(2);
		expect(titles).toEqual(expect.arrayContaining(named));
	});

	it('has no operation name with a special meaning in n8n', () => {
		expect(choices.map(({ value }) => value)).not.toContain('sendAndWait');
	});
});

describe.each(
	nodes
		.filter(({ node }) => node.webhook && !node.description.credentials)
		.map(({ node }) => [node.description.name, node.description] as const),
)('the panel of %s', (_, { triggerPanel, eventTriggerDescription, activationMessage }) => {
	const { header, executionsHelp, activationHint } = triggerPanel as TriggerPanelDefinition;
	const help = executionsHelp as { active: string; inactive: string };

	it('explains the Test URL and the Production URL', () => {
		for (const text of Object.values(help)) {
			expect(text).toMatch(
				/ run [A-Z][A-Za-z ]+ with the Test URL, \?verificationToken= and the token/,
			);
			expect(text).toMatch(/, (publish it and )?use the Production URL in (Notify|Callback) URL/);
		}
		expect(help.inactive).toContain('publish it');
		expect(help.active).not.toContain('publish it');
		expect(header).toMatch(/^Listen for an? [a-z ]+$/);
		expect(eventTriggerDescription).toMatch(/ to call the Test URL$/);
		for (const text of [activationMessage, activationHint])
			expect(text).toMatch(/^[A-Z].* Production URL.*\.$/);
	});
});

it.each(credentials.map(({ credential, file }) => [credential.name, credential, file] as const))(
	'has the name of its file, icons, a test and documentation: %s',
	(name, { icon, displayName, documentationUrl, test }, file) => {
		const className = path.basename(file).split('.')[0];
		expect(className[0].toLowerCase() + className.slice(1)).toBe(name);
		expect(displayName).toMatch(/ API$/);
		expect(documentationUrl).toMatch(/^https:\/\/.+#[a-z-]+$/);
		const isTested = nodes.some(({ node: { description, methods } }) =>
			description.credentials?.some(
				({ name: type, testedBy }) =>
					type === name && methods?.credentialTest?.[String(testedBy)] !== undefined,
			),
		);
		expect(test !== undefined || isTested).toBe(true);
		for (const theme of ['light', 'dark'] as const) {
			const drawing = (icon as Record<string, string>)[theme];
			expect(drawing).toMatch(/^file:.+\.svg$/);
			const target = path.resolve(root, 'credentials', drawing.slice('file:'.length));
			expect([drawing, existsSync(target)]).toEqual([drawing, true]);
		}
	},
);

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

/** The fields that n8n's own nodes leave without a description: their names say it all. */
const isPlain = ({ name }: INodeProperties) => ['resource', 'operation', 'options'].includes(name);

const described = nodes.flatMap(({ node }) =>
	allFields(node.description.properties)
		.filter(({ type }) => type !== 'notice')
		.map((field) => [`${node.description.name} ${field.name}`, field] as const),
);
const ofCredentials = credentials.flatMap(({ credential }) =>
	allFields(credential.properties).map(
		(field) => [`${credential.name} ${field.name}`, field] as const,
	),
);
const fields = [...described, ...ofCredentials];

it('finds the fields', () => {
	expect(described.length).toBeGreaterThan(80);
	expect(ofCredentials.length).toBeGreaterThan(15);
});

it.each(fields)('%s has a name in title case', (_, { displayName }) => {
	expect([displayName, isTitleCase(displayName)]).toEqual([displayName, true]);
});

it.each(described.filter(([, field]) => !isPlain(field)))('%s has a description', (_, field) => {
	const { description = '' } = field;
	expect([description, isSentence(description)]).toEqual([description, true]);
	if (field.type === 'boolean') expect(description).toMatch(/^Whether /);
});

it.each(fields)('%s has a hint that is a sentence, or none', (_, { hint }) => {
	expect(isSentence(hint ?? 'None')).toBe(true);
});

it.each(fields.filter(([, { type }]) => type === 'fixedCollection'))(
	'%s has groups with names in title case',
	(_, { options }) => {
		for (const { displayName } of options as INodeProperties[])
			expect([displayName, isTitleCase(displayName)]).toEqual([displayName, true]);
	},
);

it.each(ofCredentials)('%s has a description that is one, or none', (_, { description }) => {
	expect(isSentence(description ?? 'None')).toBe(true);
});

it.each(fields)('%s has a placeholder as n8n has them, or none', (_, { type, placeholder }) => {
	if (type === 'collection' || type === 'fixedCollection')
		expect(placeholder).toMatch(/^Add [A-Z]/);
	else expect(placeholder ?? 'e.g. ').toMatch(/^e\.g\. /);
});

it.each(fields)('%s has a default within its limits', (_, field) => {
	const { type, default: value, typeOptions = {} } = field;
	const values = choicesOf(field).map((choice) => choice.value);
	if (type === 'options') expect(values).toContain(value);
	if (type === 'multiOptions') for (const one of value as string[]) expect(values).toContain(one);
	if (type === 'boolean') expect(typeof value).toBe('boolean');
	if (type !== 'number' || String(value).startsWith('=')) return;
	expect(typeof value).toBe('number');
	expect(value).toBeGreaterThanOrEqual(typeOptions.minValue ?? -Infinity);
	expect(value).toBeLessThanOrEqual(typeOptions.maxValue ?? Infinity);
});

it.each(fields)('%s offers choices with names in title case, each once', (_, field) => {
	const choices = choicesOf(field);
	expect(new Set(choices.map(({ value }) => value)).size).toBe(choices.length);
	// The names of countries are not ours.
	if (field.name === 'allowedCountries') return;
	for (const { name, description = 'None' } of choices) {
		expect([name, isTitleCase(name)]).toEqual([name, true]);
		expect([description, isSentence(description)]).toEqual([description, true]);
	}
});

it.each(fields)('%s lists five choices or more by name', (_, field) => {
	const names = choicesOf(field).map(({ name }) => name);
	if (names.length < 5) return;
	expect(names).toEqual([...names].sort((first, second) => first.localeCompare(second, 'en')));
});

describe.each(
	nodes.map(({ node, file }) => [node.description.name, node.description, file] as const),
)('%s', (_, description, file) => {
	it('is named alike in all places', () => {
		expect(description.defaults.name).toBe(description.displayName);
		expect(isTitleCase(description.displayName)).toBe(true);
		const className = path.basename(file).split('.')[0];
		expect(className[0].toLowerCase() + className.slice(1)).toBe(description.name);
	});

	it('says what it does, in short', () => {
		expect(isSentence(description.description)).toBe(true);
		expect(description.subtitle).toBeTruthy();
		const notices = description.properties.filter(({ type }) => type === 'notice');
		for (const { name, displayName, default: value } of notices)
			expect([name, value, isSentence(displayName)]).toEqual(['notice', '', true]);
	});

	it('says below the node what it does', () => {
		if (description.group.includes('trigger'))
			expect(description.subtitle).toMatch(/^[A-Z][a-z]+ [a-z]+$/);
		else expect(description.subtitle).toMatch(/^=\{\{.*\}\}$/);
	});

	it('has an icon for light and one for dark', () => {
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
)('the operations of %s', (_, description) => {
	const { properties, usableAsTool, group, credentials: needed } = description;
	const choices = properties.filter(({ name }) => name === 'operation').flatMap(choicesOf);

	it.each(operationsOf(description))(
		'stand below the node as $title',
		({ resource, operation, title }) => {
			expect(subtitleShown(description, { resource, operation })).toBe(title);
			expect(title).toMatch(/^[A-Z][A-Za-z]+: [A-Z][A-Za-z ]+$/);
		},
	);

	it('leave no trace below a node that names one that is not offered', () => {
		const other = { resource: 'call', operation: 'other' };
		expect(subtitleShown(description, other)).toBeUndefined();
	});

	it('are those of an action', () => {
		expect(group).toEqual(['output']);
		expect(needed).toEqual([{ name: expect.any(String) as string, required: true }]);
	});

	it('are offered with an action and a description', () => {
		expect(choices.length).toBeGreaterThan(1);
		for (const { action, description } of choices) {
			expect(action).toMatch(/^[A-Z][a-z]+ (a|an|many) [A-Za-z ]+$/);
			expect(isSentence(description ?? '')).toBe(true);
		}
	});

	it('are told to an agent: what to keep, what to call next, and what it answers', () => {
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

	it('have no name that n8n takes for something else', () => {
		expect(choices.map(({ value }) => value)).not.toContain('sendAndWait');
	});
});

describe.each(
	nodes
		.filter(({ node }) => node.webhook)
		.map(({ node }) => [node.description.name, node.description] as const),
)('the panel of %s', (_, { triggerPanel, eventTriggerDescription, activationMessage }) => {
	const { header, executionsHelp, activationHint } = triggerPanel as TriggerPanelDefinition;
	const help = executionsHelp as { active: string; inactive: string };

	it('says what to do with the Test URL and the Production URL', () => {
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
	'%s is named after its file, has icons, a test and documentation',
	(name, { icon, displayName, documentationUrl, test }, file) => {
		const className = path.basename(file).split('.')[0];
		expect(className[0].toLowerCase() + className.slice(1)).toBe(name);
		expect(displayName).toMatch(/ API$/);
		expect(documentationUrl).toMatch(/^https:\/\/.+#[a-z-]+$/);
		expect(test).toBeDefined();
		for (const theme of ['light', 'dark'] as const) {
			const drawing = (icon as Record<string, string>)[theme];
			expect(drawing).toMatch(/^file:.+\.svg$/);
			const target = path.resolve(root, 'credentials', drawing.slice('file:'.length));
			expect([drawing, existsSync(target)]).toEqual([drawing, true]);
		}
	},
);

import type { IDataObject, INodeParameters, INodeProperties } from 'n8n-workflow';
import { fieldsOf, operationsOf } from '../docs/described';
import { descriptionOf } from '../docs/nodes';
import type { WireField } from '../docs/wireField';
import { wireFields } from '../docs/wireFields';
import { NodeTest } from '../support/nodeTest';
import { CALLER, THAILAND, VIETNAM } from '../support/operations';

const NOWHERE = 'http://127.0.0.1:9/';

/** Texts that have to be of a form; others are as long as they may be. */
const TEXTS: Record<string, string> = {
	phoneNumber: VIETNAM,
	mobile: THAILAND,
	caller: CALLER,
	callees: VIETNAM,
	'voice.language': 'en-GB',
	'options.notifyUrl': NOWHERE,
	'options.callbackUrl': NOWHERE,
};

/** What it takes besides to have every field sent. */
const VARIANTS: Record<string, INodeParameters[]> = {
	'antBuddyVoiceOtp call create': [{ codeSource: 'own' }],
	'antsSmsOtp otp resend': [{ resendBy: 'otcId' }, { resendBy: 'otpId' }],
	'voiceOtpAdvanced call create': [
		{ codeSource: 'own' },
		{ codeSource: 'own', callees: `${VIETNAM}, ${THAILAND}` },
	],
};

function valueOf(path: string, property: INodeProperties, field: WireField): unknown {
	const { type, typeOptions, options = [] } = property;
	if (field.wire === undefined) return property.required ? 'x' : property.default;
	if (type === 'boolean') return true;
	if (type === 'number') return typeOptions?.maxValue ?? 7;
	if (type === 'options') return (options.at(-1) as { value: string }).value;
	return TEXTS[path] ?? 'x'.repeat(field.maxLength!);
}

function set(parameters: IDataObject, path: string, value: unknown): void {
	const keys = path.split('.');
	const last = keys.pop()!;
	let place = parameters;
	for (const key of keys) place = (place[key] ??= {}) as IDataObject;
	place[last] = value as string;
}

const wireNamesIn = (body: IDataObject): string[] =>
	Object.entries(body).flatMap(([name, value]) =>
		value !== null && typeof value === 'object' && !Array.isArray(value)
			? wireNamesIn(value as IDataObject).map((inner) => `${name}.${inner}`)
			: [name],
	);

const nodes = ['antBuddyVoiceOtp', 'antsSmsOtp', 'voiceOtpAdvanced'] as const;

describe.each(nodes)('the wire names of %s in the reference', (type) => {
	const test = new NodeTest(type, {});
	const operations = operationsOf(descriptionOf(type)).map((described) => {
		const key = `${described.resource} ${described.operation}`;
		return { ...described, ...wireFields[type][key], key };
	});
	type Case = (typeof operations)[number];

	/** Runs an operation with every field set, in each of its variants, and a field changed. */
	async function run({ key, resource, operation, properties, fields }: Case, change?: IDataObject) {
		const results = [];
		for (const variant of VARIANTS[`${type} ${key}`] ?? [{}]) {
			const parameters: IDataObject = { resource, operation };
			for (const { path, property } of fieldsOf(properties))
				set(parameters, path, valueOf(path, property, fields[path]));
			Object.assign(parameters, variant);
			for (const [path, value] of Object.entries(change ?? {})) set(parameters, path, value);
			results.push(await test.run({ parameters: parameters as INodeParameters }));
		}
		return results;
	}

	it.each(operations)('are those that $title sends', async (described) => {
		await run(described);
		const requests = new Set(test.sent.map(({ method, path }) => `${method} ${path}`));
		expect([...requests]).toEqual(described.request ? [described.request] : []);
		const sent = new Set(test.sent.flatMap(({ body = {} }) => wireNamesIn(body)));
		const inTable = Object.values(described.fields).flatMap(({ wire = [] }) => wire);
		expect([...sent].sort()).toEqual(inTable.sort());
	});

	it.each(
		operations.flatMap((described) =>
			Object.entries(described.fields).flatMap(([path, { maxLength }]) =>
				maxLength === undefined ? [] : [{ ...described, path, maxLength }],
			),
		),
	)('$title refuses one character more in $path', async ({ path, maxLength, ...described }) => {
		const results = await run(described, { [path]: 'x'.repeat(maxLength + 1) });
		const messages = results.map(({ error }) => error?.message ?? '');
		expect(messages.join()).toContain(`at most ${maxLength} are possible`);
	});
});

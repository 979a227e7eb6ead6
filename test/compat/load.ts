import type { UsableAsToolDescription } from 'n8n-workflow';

import { descriptions } from '../docs/nodes';
import type { FlowTest } from '../host/flows/support/flowTest';
import { credentialTypes } from '../support/engine';
import type { Version } from './versions';

const PACKAGE = 'n8n-nodes-voice-sms-otp';

/** A node or credential type as n8n gives it to the editor. */
interface Offered {
	name: string;
	iconUrl?: { light: string; dark: string };
	[key: string]: unknown;
}

/** What some versions of n8n add: an option to every resource and operation, and fields to every credential. */
const ADDED_OPTION = '__CUSTOM_API_CALL__';
const ADDED_FIELDS = ['allowedHttpRequestDomains', 'allowedDomains'];

interface Field {
	name: string;
	options?: Array<{ value?: unknown }>;
}

const withoutAdditions = (offered: Offered): Offered => ({
	...offered,
	properties: (offered.properties as Field[])
		.filter(({ name }) => !ADDED_FIELDS.includes(name))
		.map(({ options, ...field }) => ({
			...field,
			...(options && { options: options.filter(({ value }) => value !== ADDED_OPTION) }),
		})),
});

const plain = (value: object) => JSON.parse(JSON.stringify(value)) as Offered;

/** Tests what n8n gives the editor: each node and credential type with all fields of its description, and its icons. */
export function loads(flow: FlowTest, version: Version): void {
	let nodes: Offered[];
	let credentials: Offered[];

	beforeAll(async () => {
		const { rest } = flow.host.client;
		nodes = await rest.file('/types/nodes.json');
		credentials = await rest.file('/types/credentials.json');
	});

	const expectIcons = async ({ iconUrl }: Offered) => {
		const { light, dark } = iconUrl!;
		expect(light).not.toBe(dark);
		for (const icon of [light, dark]) {
			expect(icon).toMatch(new RegExp(`^icons/${PACKAGE}/`));
			const { status, headers } = await fetch(`${flow.host.n8n.url}/${icon}`);
			expect([status, headers.get('content-type')]).toEqual([
				200,
				expect.stringContaining('image/svg+xml'),
			]);
		}
	};

	it('runs the expected version, and logs nothing about the package', async () => {
		const { rest } = flow.host.client;
		const settings = await rest.request<{ versionCli: string }>('GET', '/settings');
		expect(settings.versionCli).toBe(version);
		expect(flow.host.n8n.log()).not.toMatch(new RegExp(`${PACKAGE}|unrecognized node`, 'i'));
	});

	it.each(descriptions)('offers $name with its description', async (description) => {
		const { icon, ...shown } = plain(description);
		const offered = nodes.find(({ name }) => name === `${PACKAGE}.${description.name}`)!;
		expect(icon).toBeDefined();
		expect(withoutAdditions(offered)).toMatchObject({ ...shown, name: offered.name });
		await expectIcons(offered);
	});

	it.each(descriptions.filter(({ usableAsTool }) => usableAsTool))(
		'offers $name to AI agents',
		async ({ name, usableAsTool }) => {
			const tool = nodes.find((node) => node.name === `${PACKAGE}.${name}Tool`)!;
			const { replacements } = usableAsTool as UsableAsToolDescription;
			expect(tool).toMatchObject({ description: replacements!.description });
			await expectIcons(tool);
		},
	);

	it.each(Object.values(credentialTypes))(
		'offers the credential $name with its description',
		async (credential) => {
			const { icon, ...shown } = plain(credential);
			const offered = credentials.find(({ name }) => name === credential.name)!;
			expect(icon).toBeDefined();
			expect(withoutAdditions(offered)).toMatchObject(shown);
			await expectIcons(offered);
		},
	);
}

import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';

import { operationsOf } from '../docs/described';
import { descriptionOf } from '../docs/nodes';
import { providers } from '../providers';
import { choicesOf } from '../support/package';
import { Editor } from './editor';
import { actionNodes, everyOperation, operations } from './everyOperation';
import { openBrowser } from './flows/support/browser';
import { eventually } from './flows/support/wait';
import { type Host, openHost } from './host';
import { owner } from './owner';
import { packageRoot } from './system/paths';
import { streamProgress } from './system/progress';

const SCHEMAS = '__schema__/v1.0.0';
const ANTBUDDY = 'AntBuddy Voice OTP';
const ANTS = 'ANTS SMS OTP';
const ADVANCED = 'Voice OTP Advanced';
const VERIFICATION = 'Phone Verification Trigger';

/** Search terms for the nodes panel, and the nodes that each must find. */
const SEARCHES: Array<[words: string, nodes: string[]]> = [
	['otp', [VERIFICATION, ANTBUDDY, ANTS, ADVANCED]],
	['one-time password', [ANTBUDDY, ANTS, ADVANCED]],
	['2fa', [VERIFICATION, ANTBUDDY, ANTS, ADVANCED]],
	['verify phone', [VERIFICATION, ANTBUDDY, ANTS, ADVANCED]],
	['sms code', [VERIFICATION, ANTS]],
	['verification code', [ANTBUDDY, ANTS, ADVANCED]],
	['phone verification', [ANTBUDDY, ANTS, ADVANCED]],
	['verify phone number', [ANTBUDDY, ANTS, ADVANCED]],
	['voice call', [ANTBUDDY, ADVANCED]],
	['phone call', [ANTBUDDY, ADVANCED]],
	['sms', [ANTS]],
	['text message', [ANTS]],
	['antbuddy', [ANTBUDDY]],
	['cm.com', [ADVANCED]],
];

let userFolder: string;
let host: Host;
let browser: Browser;
let editor: Editor;

beforeAll(async () => {
	userFolder = await mkdtemp(path.join(os.tmpdir(), 'n8n-editor-'));
	host = await openHost({ userFolder, progress: streamProgress() });
	browser = await openBrowser();
	editor = await Editor.enter(browser, { url: host.n8n.url, owner });
	const { id } = await host.client.workflows.put(everyOperation());
	await editor.openWorkflow(id);
}, 600_000);

afterAll(async () => {
	await browser?.close();
	await host?.close();
	await rm(userFolder, { recursive: true, force: true });
});

it.each(operations)('shows the subtitle of “$name”', async ({ name, title }) => {
	const lines = (await editor.node(name).innerText()).split('\n').filter(Boolean);
	expect(lines).toEqual(expect.arrayContaining([name, title]));
});

it.each(operations.slice(0, -1))(
	'shows the output schema of “$name” before any execution',
	async ({ name, folder, resource, operation }) => {
		const next = operations[operations.findIndex((one) => one.name === name) + 1];
		const file = path.join(packageRoot, folder, SCHEMAS, resource, `${operation}.json`);
		const { properties } = JSON.parse(readFileSync(file, 'utf8')) as { properties: object };
		const panel = await editor.openPanel(next.name);
		const preview = panel.getByTestId('ndv-input-panel');
		await preview.getByText('Usually outputs').first().waitFor();
		expect(Object.keys(properties)).not.toEqual([]);
		for (const field of Object.keys(properties)) {
			await preview.getByText(field, { exact: true }).first().waitFor();
		}
		await editor.closePanel();
	},
);

it.each(SEARCHES)('shows for “%s” in the nodes panel: %j', async (words, nodes) => {
	await editor.search(words);
	const found = await eventually(
		async () => {
			const names = await editor.found();
			return nodes.every((name) => names.includes(name)) ? names : undefined;
		},
		`${words} finds ${nodes.join(', ')}`,
		60_000,
	);
	// Other nodes may have similar names; this package's nodes must be on the first screen.
	for (const name of nodes) expect(found.indexOf(name)).toBeLessThan(8);
});

/** The labels of a trigger's events in the nodes panel. */
const eventsOf = (trigger: string) =>
	choicesOf({
		...descriptionOf(trigger).properties.find(({ name }) => name === 'event')!,
		type: 'options',
	}).map(({ action }) => action!);

it.each(actionNodes)('lists the actions of $displayName', async (description) => {
	await editor.search(description.displayName);
	await editor.page.getByText(description.displayName, { exact: true }).last().click();
	const trigger = providers.find(({ node }) => node === description.name)!.trigger?.node;
	const events = trigger ? eventsOf(trigger) : [];
	const actions = operationsOf(description).map(({ resource, operation }) => {
		const select = description.properties.find(
			({ name, displayOptions }) =>
				name === 'operation' && displayOptions?.show?.resource?.includes(resource),
		)!;
		const option = select.options!.find((one) => 'value' in one && one.value === operation)!;
		return 'action' in option ? option.action! : '';
	});
	// n8n collapses the list of triggers in a workflow that already has one.
	const triggers = editor.page.getByTestId('node-creator-category-item').getByText('Triggers');
	if (events.length > 0) {
		// The previous list is still on the page while it slides away.
		await eventually(
			async () => (await triggers.count()) === 1 || undefined,
			'n8n shows one list of actions',
			10_000,
		);
		await triggers.click();
	}
	await eventually(
		async () => {
			const names = await editor.found();
			const wanted = [...events, ...actions];
			return wanted.every((action) => names.includes(action)) ? names : undefined;
		},
		`${description.displayName} offers ${[...events, ...actions].join(', ')}`,
		60_000,
	);
	await editor.page.locator('[class*="backButton"]').first().click();
});

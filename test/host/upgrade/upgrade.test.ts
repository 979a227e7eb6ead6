import type { Browser } from 'playwright-core';
import { existsSync } from 'node:fs';
import path from 'node:path';

import { nodeFiles } from '../../support/package';
import { openBrowser } from '../flows/support/browser';
import { installByClicking, openEditor, searchNodes } from './editor';
import { putToUse } from './inUse/inUse';
import { post } from './inUse/reporting';
import { TRIGGER } from './inUse/steps';
import { keepsWorking, type Upgraded } from './keepsWorking';
import { currentTarball, previousTarball } from './tarballs';
import { openUpgradeHost } from './upgradeHost';

const PACKAGE = 'n8n-nodes-voice-sms-otp';
/** The moments at which unfinished work is continued; see `keepsWorking`. */
const MOMENTS = { updated: 0, restarted: 1, reinstalled: 2 };

// One file and one order, because each test builds on the ones before.
const upgraded = {} as Upgraded;
let browser: Browser;
let previousVersion: string;
let currentVersion: string;

const packages = () => upgraded.host.client.communityPackages;

beforeAll(async () => {
	upgraded.host = await openUpgradeHost();
	browser = await openBrowser();
	previousVersion = await upgraded.host.registry.publish(await previousTarball());
}, 600_000);

afterAll(async () => {
	await browser?.close();
	await upgraded.host?.close();
});

describe('the previous version', () => {
	it('is installed as README says', async () => {
		const { url } = upgraded.host.client.rest;
		const page = await openEditor(browser, url);
		await installByClicking(page, url, PACKAGE);
		expect(await searchNodes(page, url, 'OTP')).toEqual(
			expect.arrayContaining(['AntBuddy Voice OTP', 'ANTS SMS OTP', 'Voice OTP Advanced']),
		);
		await page.context().close();
		expect(await packages().list()).toEqual([
			expect.objectContaining({ packageName: PACKAGE, installedVersion: previousVersion }),
		]);
	}, 600_000);

	it('runs workflows', async () => {
		upgraded.inUse = await putToUse(upgraded.host, browser, Object.keys(MOMENTS).length);
		expect(upgraded.inUse.runs.map(({ shapes }) => Object.keys(shapes))).toEqual([
			['Call'],
			['Send SMS', 'Verify a mistyped code', 'Verify the code'],
			['Call', 'Verify the code'],
			['Call', 'Verify', 'List calls', 'Text', 'Text again'],
		]);
	});
});

describe('after the update, without a restart', () => {
	beforeAll(async () => {
		const { host } = upgraded;
		const previous = await previousTarball();
		currentVersion = await host.registry.publish(await currentTarball(previous, host.folder));
	});

	it('the new version is loaded by n8n', async () => {
		const [installed] = await packages().list();
		expect(installed.updateAvailable).toBe(currentVersion);
		const updated = await packages().update(PACKAGE);
		expect(updated.installedVersion).toBe(currentVersion);
		const [now] = await packages().list();
		expect(now).toMatchObject({ installedVersion: currentVersion, failedLoading: false });
		expect(now.updateAvailable).toBeUndefined();
		expect(now.installedNodes).toHaveLength(nodeFiles.length);
		// The version that n8n runs, not only the one that it lists.
		const nodeInfos = now.installedNodes.map(({ type: name }) => ({ name, version: 1 }));
		const running = await upgraded.host.client.rest.request<object[]>('POST', '/node-types', {
			nodeInfos,
		});
		expect(running).toEqual(
			nodeInfos.map(({ name }) =>
				expect.objectContaining({
					name: name.split('.')[1],
					communityNodePackageVersion: currentVersion,
				}),
			),
		);
	});

	keepsWorking(upgraded, MOMENTS.updated);
});

describe('after a restart', () => {
	beforeAll(async () => await upgraded.host.restart());

	it('the new version is still loaded by n8n', async () => {
		const [now] = await packages().list();
		expect(now).toMatchObject({ installedVersion: currentVersion, failedLoading: false });
	});

	keepsWorking(upgraded, MOMENTS.restarted);
});

describe('after the package was uninstalled', () => {
	beforeAll(async () => await packages().uninstall(PACKAGE));

	it('n8n lists no package, and its folder is gone', async () => {
		expect(await packages().list()).toEqual([]);
		expect(existsSync(path.join(upgraded.host.packagesFolder, PACKAGE))).toBe(false);
	});

	it('n8n keeps the workflows, and reports the missing nodes', async () => {
		const { client } = upgraded.host;
		const [{ workflow }] = upgraded.inUse.runs;
		const kept = (await client.workflows.list()).map(({ id }) => id);
		expect(kept).toEqual(expect.arrayContaining(upgraded.inUse.runs.map((run) => run.workflow.id)));
		const lacks = (type: string) => `Unrecognized node type: ${PACKAGE}.${type}`;
		await expect(client.workflows.run(workflow.id, TRIGGER)).rejects.toThrow(
			lacks('antBuddyVoiceOtp'),
		);
		const [reporting] = upgraded.inUse.reporting;
		expect(await post(reporting)).toMatchObject({ message: lacks('antsSmsOtpTrigger') });
	});
});

describe('after the package was installed again', () => {
	beforeAll(async () => {
		const installed = await packages().install(PACKAGE, currentVersion);
		expect(installed.installedVersion).toBe(currentVersion);
	});

	keepsWorking(upgraded, MOMENTS.reinstalled);
});

it('n8n installs everything from the registry, and contacts only its maker besides', () => {
	const { registry } = upgraded.host;
	for (const version of [previousVersion, currentVersion]) {
		expect(registry.requests).toContain(`GET /${PACKAGE}/-/${PACKAGE}-${version}.tgz`);
	}
	// n8n asks its maker whether the package is banned; see test/host/upgrade/README.md.
	expect([...new Set(registry.refusedHosts)]).toEqual(['api.n8n.io:443']);
});

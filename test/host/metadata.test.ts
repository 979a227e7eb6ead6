import { credentialTypes } from '../support/engine';
import { LazyPackageDirectoryLoader } from 'n8n-core';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { descriptions } from '../docs/nodes';
import { packTarball } from './packTarball';
import { installPackage } from './packageInstall';
import { packageRoot } from './system/paths';
import { streamProgress } from './system/progress';

const plain = (value: object) => JSON.parse(JSON.stringify(value)) as Record<string, unknown>;

const readJson = async (...file: string[]) =>
	plain(JSON.parse(await readFile(path.join(...file), 'utf8')) as object);

let userFolder: string;
let loader: LazyPackageDirectoryLoader;

beforeAll(async () => {
	userFolder = await mkdtemp(path.join(os.tmpdir(), 'n8n-metadata-'));
	await installPackage(await packTarball(streamProgress()), userFolder);
	const { name } = await readJson(packageRoot, 'package.json');
	loader = new LazyPackageDirectoryLoader(
		path.join(userFolder, '.n8n/nodes/node_modules', String(name)),
	);
	await loader.loadAll();
});

afterAll(async () => await rm(userFolder, { recursive: true, force: true }));

const expectIcons = ({ iconUrl }: { iconUrl?: unknown }) => {
	const { light, dark } = iconUrl as { light: string; dark: string };
	expect(light).not.toBe(dark);
	for (const url of [light, dark]) {
		const prefix = `icons/${loader.packageName}/`;
		expect(url.startsWith(prefix)).toBe(true);
		expect(existsSync(path.join(loader.directory, url.slice(prefix.length)))).toBe(true);
	}
};

describe('the metadata that n8n reads when it starts', () => {
	it('lets n8n start without loading the nodes', () => {
		expect(loader.isLazyLoaded).toBe(true);
		expect(loader.nodeTypes).toEqual({});
		expect(loader.credentialTypes).toEqual({});
	});

	it('names the files that n8n loads on first use', async () => {
		const { n8n } = await readJson(packageRoot, 'package.json');
		const { nodes, credentials } = n8n as { nodes: string[]; credentials: string[] };
		const known = ({ sourcePath }: { sourcePath: string }) => sourcePath;
		expect(Object.values(loader.known.nodes).map(known)).toEqual(nodes);
		expect(Object.values(loader.known.credentials).map(known)).toEqual(credentials);
		for (const file of [...nodes, ...credentials])
			expect(existsSync(path.join(loader.directory, file))).toBe(true);
	});

	it.each(descriptions)('contains the description of $name unchanged', async (description) => {
		const { icon, ...shown } = plain(description);
		const read = loader.types.nodes.find(({ name }) => name === description.name)!;
		expect(icon).toBeDefined();
		expect(read).toMatchObject(shown);
		expectIcons(read);
		const { sourcePath } = loader.known.nodes[description.name];
		const { categories, alias } = await readJson(loader.directory, `${sourcePath}on`);
		expect(read.codex).toMatchObject({ categories, alias });
	});

	it.each(Object.values(credentialTypes))(
		'contains the description of the credential $name unchanged',
		(credential) => {
			const { icon, ...shown } = plain(credential);
			const read = loader.types.credentials.find(({ name }) => name === credential.name)!;
			expect(icon).toBeDefined();
			expect(read).toMatchObject({ ...shown, authenticate: {} });
			expectIcons(read);
			const users = descriptions.filter(({ credentials = [] }) =>
				credentials.some(({ name }) => name === credential.name),
			);
			const { supportedNodes } = loader.known.credentials[credential.name];
			expect(supportedNodes!.sort()).toEqual(users.map(({ name }) => name).sort());
		},
	);

	it('keeps the expirable field that makes n8n renew the access token', () => {
		const { properties } = loader.types.credentials.find(({ name }) => name === 'antBuddyApi')!;
		expect(properties.find(({ name }) => name === 'accessToken')).toMatchObject({
			type: 'hidden',
			typeOptions: { expirable: true },
		});
	});
});

import path from 'node:path';
import { providerFolders } from '../../providers/folders';
import { filesIn, textOf } from '../../support/package';
import { sandboxes } from '../providers';

const common = filesIn('test/sandbox', '.ts').filter((file) => !file.includes('/tests/'));
const ofProviders = filesIn('test/providers', '.ts').filter((file) =>
	/^test\/providers\/[^/]+\/sandbox(\.ts$|\/)/.test(file),
);
const importsOf = (file: string) =>
	[...textOf(file).matchAll(/\bfrom '(\.[^']+)'/g)].map(([, target]) =>
		path.posix.join(path.posix.dirname(file), target),
	);

it('serves every provider that has a folder', () => {
	expect(sandboxes).toHaveLength(providerFolders.length);
	for (const field of ['name', 'label', 'basePath'] as const)
		expect(new Set(sandboxes.map((sandbox) => sandbox[field])).size).toBe(sandboxes.length);
});

it('imports nothing of the nodes, so that it is an independent witness', () => {
	const allowed =
		/^test\/(sandbox\/|support\/|providers\/folders$|providers\/[^/]+\/sandbox(\/|$))/;
	expect(ofProviders.length).toBeGreaterThan(sandboxes.length);
	for (const file of [...common, ...ofProviders])
		expect([file, importsOf(file).filter((target) => !allowed.test(target))]).toEqual([file, []]);
});

it('names no provider in its common files', () => {
	const names = sandboxes.flatMap(({ name, label }) => [name, label]);
	for (const file of common)
		expect([file, names.filter((name) => textOf(file).includes(`'${name}'`))]).toEqual([file, []]);
});

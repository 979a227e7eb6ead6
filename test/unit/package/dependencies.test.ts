import path from 'node:path';
import { credentials, filesIn, nodeFiles, nodes, textOf } from '../../support/package';

interface Import {
	file: string;
	target: string;
}

const sources = [...filesIn('nodes', '.ts'), ...filesIn('credentials', '.ts')];
const imports = sources.flatMap((file): Import[] =>
	[...textOf(file).matchAll(/\bfrom '([^']+)'/g)].map(([, target]) => ({
		file,
		target: target.startsWith('.') ? path.posix.join(path.posix.dirname(file), target) : target,
	})),
);
const relative = imports.filter(({ target }) => /^(nodes|credentials)\//.test(target));
const folderOf = (file: string) => file.split('/').slice(0, 2).join('/');
const shown = ({ file, target }: Import) => `${file} → ${target}`;

it('finds the imports', () => {
	expect(relative.length).toBeGreaterThan(100);
	expect(new Set(relative.map(({ file }) => folderOf(file))).size).toBeGreaterThan(5);
});

it('nothing in shared/ knows a provider', () => {
	const wrong = relative.filter(
		({ file, target }) => folderOf(file) === 'nodes/shared' && folderOf(target) !== 'nodes/shared',
	);
	expect(wrong.map(shown)).toEqual([]);
});

it('no provider knows another', () => {
	const wrong = relative.filter(
		({ file, target }) =>
			file.startsWith('nodes/') && ![folderOf(file), 'nodes/shared'].includes(folderOf(target)),
	);
	expect(wrong.map(shown)).toEqual([]);
});

it('a credential knows shared/ and at most the node of its provider', () => {
	const usersOf = (file: string) => {
		const { credential } = credentials.find((one) => one.file === file)!;
		return nodes
			.filter(({ node }) =>
				node.description.credentials?.some(({ name }) => name === credential.name),
			)
			.map((user) => folderOf(user.file));
	};
	for (const { file } of credentials) expect(usersOf(file)).toHaveLength(1);
	const wrong = relative.filter(
		({ file, target }) =>
			file.startsWith('credentials/') &&
			![...usersOf(file), 'nodes/shared'].includes(folderOf(target)),
	);
	expect(wrong.map(shown)).toEqual([]);
});

it('an operation does not know its node', () => {
	expect(imports.filter(({ target }) => target.endsWith('.node')).map(shown)).toEqual([]);
});

it('uses no package but n8n’s own and the one that the build bundles', () => {
	const packages = imports.filter(({ target }) => !relative.some((one) => one.target === target));
	const wrong = packages.filter(
		({ file, target }) =>
			!['n8n-workflow', 'node:crypto'].includes(target) &&
			!(file === 'nodes/shared/phoneLibrary.ts' && target === 'libphonenumber-js/max'),
	);
	expect(wrong.map(shown)).toEqual([]);
});

it('imports nothing in circles', () => {
	const next = new Map(
		sources.map((file) => [
			file,
			relative
				.filter((one) => one.file === file)
				.filter((one) => !isTypeOnly(file, one.target))
				.map(({ target }) => `${target}.ts`),
		]),
	);
	const circles: string[] = [];
	const visit = (file: string, trail: string[]) => {
		if (trail.includes(file)) circles.push([...trail.slice(trail.indexOf(file)), file].join(' → '));
		else for (const target of next.get(file) ?? []) visit(target, [...trail, file]);
	};
	for (const file of nodeFiles) visit(file, []);
	expect([...new Set(circles)]).toEqual([]);
});

/** Whether a file imports nothing but types from the other, which leaves no trace when it runs. */
function isTypeOnly(file: string, target: string): boolean {
	const folder = path.posix.dirname(file);
	const statements = textOf(file).match(/^(im|ex)port [\s\S]*?;$/gm) ?? [];
	return statements
		.filter((statement) => {
			const from = /from '([^']+)'/.exec(statement)?.[1];
			return from?.startsWith('.') && path.posix.join(folder, from) === target;
		})
		.every((statement) => statement.startsWith('import type'));
}

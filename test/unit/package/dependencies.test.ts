import path from 'node:path';
import { credentials, filesIn, nodes, textOf } from '../../support/package';

interface Import {
	file: string;
	target: string;
}

/** The rooms of `nodes/shared`, users first: a room imports only rooms that come after it. */
const ROOMS = [
	'verification',
	'callbacks',
	'panel',
	'numbers',
	'codes',
	'items',
	'request',
	'answer',
	'login',
	'credential',
	'fields',
];
/** The files beside the rooms: every room may import them, and they import no room. */
const GROUND = 'nodes/shared';

const sources = [...filesIn('nodes', '.ts'), ...filesIn('credentials', '.ts')];
// Type-only imports count: whoever moves a type has to move its users too.
const imports = sources.flatMap((file): Import[] =>
	[...textOf(file).matchAll(/\bfrom '([^']+)'/g)].map(([, target]) => ({
		file,
		target: target.startsWith('.')
			? `${path.posix.join(path.posix.dirname(file), target)}.ts`
			: target,
	})),
);
const relative = imports.filter(({ target }) => /^(nodes|credentials)\//.test(target));
const folderOf = (file: string) => file.split('/').slice(0, 2).join('/');
const roomOf = (file: string) => path.posix.dirname(file).split('/').slice(0, 3).join('/');
const arrow = ({ file, target }: Import) => `${file} → ${target}`;
const isShared = (file: string) => folderOf(file) === 'nodes/shared';

it('finds the imports of a source', () => {
	expect(relative.length).toBeGreaterThan(100);
	expect(new Set(relative.map(({ file }) => folderOf(file))).size).toBeGreaterThan(4);
	expect(
		relative.map(({ target }) => target).filter((target) => !sources.includes(target)),
	).toEqual([]);
});

it('finds no import of a provider in shared/', () => {
	const wrong = relative.filter(({ file, target }) => isShared(file) && !isShared(target));
	expect(wrong.map(arrow)).toEqual([]);
});

/** The list of providers that the Phone Verification Trigger offers; it imports nothing else of them. */
const OFFERED = 'nodes/PhoneVerification/providers.ts';

it('finds no import of one provider by another', () => {
	const wrong = relative.filter(
		({ file, target }) =>
			file.startsWith('nodes/') &&
			!isShared(target) &&
			folderOf(file) !== folderOf(target) &&
			!(file === OFFERED && target.endsWith('/verification.ts')),
	);
	expect(wrong.map(arrow)).toEqual([]);
});

it('finds no import by a credential beyond shared/ and its provider', () => {
	const usersOf = (file: string) => {
		const { credential } = credentials.find((one) => one.file === file)!;
		return nodes
			.filter(({ node }) =>
				node.description.credentials?.some(({ name }) => name === credential.name),
			)
			.map((user) => folderOf(user.file))
			.filter((folder) => folder !== folderOf(OFFERED));
	};
	for (const { file } of credentials) expect(usersOf(file)).toHaveLength(1);
	const wrong = relative.filter(
		({ file, target }) =>
			file.startsWith('credentials/') &&
			![...usersOf(file), 'nodes/shared'].includes(folderOf(target)),
	);
	expect(wrong.map(arrow)).toEqual([]);
});

it('finds no import of a node by its operations', () => {
	expect(imports.filter(({ target }) => target.endsWith('.node.ts')).map(arrow)).toEqual([]);
});

it("finds no package but n8n's own and the one that the build bundles", () => {
	const packages = imports.filter((one) => !relative.includes(one));
	const wrong = packages.filter(
		({ file, target }) =>
			!['n8n-workflow', 'node:crypto'].includes(target) &&
			!(file === 'nodes/shared/numbers/phoneLibrary.ts' && target === 'libphonenumber-js/max'),
	);
	expect(wrong.map(arrow)).toEqual([]);
});

it('finds only imports from an upper to a lower room in shared/', () => {
	const place = (file: string) => ROOMS.indexOf(path.posix.basename(roomOf(file)));
	const within = relative.filter(({ file, target }) => isShared(file) && isShared(target));
	const unknown = within.filter(({ target }) => roomOf(target) !== GROUND && place(target) === -1);
	expect(unknown.map(arrow)).toEqual([]);
	const wrong = within.filter(
		({ file, target }) =>
			roomOf(target) !== GROUND && (roomOf(file) === GROUND || place(target) < place(file)),
	);
	expect(wrong.map(arrow)).toEqual([]);
});

it('finds no import circle, types included', () => {
	const next = new Map(
		sources.map((file) => [
			file,
			relative.filter((one) => one.file === file).map(({ target }) => target),
		]),
	);
	const circles = new Set<string>();
	const finished = new Set<string>();
	const visit = (file: string, trail: string[]) => {
		if (trail.includes(file)) {
			circles.add([...trail.slice(trail.indexOf(file)), file].join(' → '));
			return;
		}
		if (finished.has(file)) return;
		for (const target of next.get(file) ?? []) visit(target, [...trail, file]);
		finished.add(file);
	};
	for (const file of sources) visit(file, []);
	expect([...circles]).toEqual([]);
});

it('keeps at most four files of shared/ beside its rooms, and every file under 200 lines', () => {
	const ground = sources.filter((file) => roomOf(file) === GROUND);
	expect(ground.length).toBeLessThanOrEqual(4);
	const long = sources.filter((file) => textOf(file).trimEnd().split('\n').length > 200);
	expect(long).toEqual([]);
});

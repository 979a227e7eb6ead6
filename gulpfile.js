const { execFile } = require('node:child_process');
const { cp, glob, readFile, rm } = require('node:fs/promises');
const { dirname } = require('node:path');
const { promisify } = require('node:util');
const { build } = require('esbuild');
const { dest, parallel, series, src } = require('gulp');

const run = promisify(execFile);

async function clean() {
	await rm('dist', { recursive: true, force: true });
}
clean.description = 'Removes what an earlier build left';

async function compile() {
	const compiler = [require.resolve('typescript/bin/tsc'), '-p', 'tsconfig.json'];
	// tsc says on stdout what is wrong, which the rejection does not carry.
	await run(process.execPath, compiler).catch(({ stdout }) => {
		throw new Error(stdout);
	});
}
compile.description = 'Compiles nodes and credentials';

/** Takes out white space. Lines stay short, so that a stack trace still tells where something happened. */
async function compress() {
	await build({
		entryPoints: await Array.fromAsync(glob('dist/{credentials,nodes}/**/*.js')),
		outdir: 'dist',
		outbase: 'dist',
		allowOverwrite: true,
		minifyWhitespace: true,
		lineLimit: 120,
		charset: 'utf8',
		target: 'node20',
	});
}
compress.description = 'Makes the compiled files smaller';

const files = () =>
	src(['nodes/**/*.json', 'icons/*.svg'], { base: '.', encoding: false }).pipe(dest('dist'));
files.displayName = 'files';
files.description = 'Copies icons, codex files and output schemas';

/** The editor asks for the schemas of a node's very version, and every version of a node puts out the same. */
async function schemas() {
	for await (const folder of glob('nodes/*/__schema__/v1.0.0'))
		await cp(folder, `dist/${dirname(folder)}/v2.0.0`, { recursive: true });
}
schemas.description = 'Copies the output schemas for version 2 of the nodes';

const LIBRARY = 'libphonenumber-js';

/** The place of a country's formats in the library's metadata. */
const FORMATS = 4;

/** No number is ever shown in groups of digits, and the rules for that are a third of the metadata. */
const withoutFormats = {
	name: 'without formats',
	setup: ({ onLoad }) =>
		onLoad({ filter: /metadata\.max\.json/ }, () => {
			const metadata = structuredClone(require(`${LIBRARY}/metadata.max.json`));
			for (const country of Object.values(metadata.countries)) country[FORMATS] = [];
			return { contents: `export default ${JSON.stringify(metadata)}`, loader: 'js' };
		}),
};

/** The package has no runtime dependency: the one library it uses goes into the one file that imports it. */
async function bundle() {
	const { version } = JSON.parse(await readFile(`node_modules/${LIBRARY}/package.json`, 'utf8'));
	await build({
		entryPoints: ['nodes/shared/numbers/phoneLibrary.ts'],
		outfile: 'dist/nodes/shared/numbers/phoneLibrary.js',
		bundle: true,
		minify: true,
		plugins: [withoutFormats],
		platform: 'node',
		target: 'node20',
		banner: { js: `/*! ${LIBRARY} ${version}; its licenses are in dist/licenses/${LIBRARY} */` },
	});
}
bundle.description = 'Puts libphonenumber-js into the file that imports it';

/** The library's files carry no notice of their own, and its license has to go wherever its code goes. */
const licenses = () =>
	src(`node_modules/${LIBRARY}/{LICENSE*,AUTHORS}`, { encoding: false }).pipe(
		dest(`dist/licenses/${LIBRARY}`),
	);
licenses.displayName = 'licenses';
licenses.description = 'Copies the licenses of what is bundled';

/** A script of package.json. What it says is shown when it ends, so that those side by side do not mix. */
function script(name) {
	const task = async () => {
		const ended = await run('npm', ['run', '--silent', name]).catch((failed) => failed);
		process.stdout.write(ended.stdout + ended.stderr);
		if (ended instanceof Error) throw new Error(`npm run ${name} failed`);
	};
	return Object.assign(task, { displayName: name, description: `Runs npm run ${name}` });
}

exports.clean = clean;
exports.build = series(
	clean,
	parallel(series(compile, compress, bundle), files, schemas, licenses),
);
exports.check = parallel(
	script('lint:nodes'),
	script('format:check'),
	script('types'),
	exports.build,
);
exports.check.description = 'Lint, format, types and build side by side';
exports.default = exports.build;

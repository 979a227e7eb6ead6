const { execFile } = require('node:child_process');
const { rm } = require('node:fs/promises');
const { promisify } = require('node:util');
const { build } = require('esbuild');
const { dest, parallel, series, src } = require('gulp');

const run = promisify(execFile);

async function clean() {
	await rm('dist', { recursive: true, force: true });
}
clean.description = 'Removes what an earlier build left';

async function compile() {
	await run(process.execPath, [require.resolve('typescript/bin/tsc'), '-p', 'tsconfig.json']);
}
compile.description = 'Compiles nodes and credentials';

const files = () =>
	src(['nodes/**/*.json', 'icons/*.svg'], { base: '.', encoding: false }).pipe(dest('dist'));
files.displayName = 'files';
files.description = 'Copies icons, codex files and output schemas';

/** The package has no runtime dependency: the one library it uses goes into the one file that imports it. */
async function bundle() {
	await build({
		entryPoints: ['nodes/shared/phoneLibrary.ts'],
		outfile: 'dist/nodes/shared/phoneLibrary.js',
		bundle: true,
		minify: true,
		platform: 'node',
		target: 'node20',
		legalComments: 'inline',
	});
}
bundle.description = 'Puts libphonenumber-js into the file that imports it';

exports.clean = clean;
exports.build = series(clean, parallel(series(compile, bundle), files));
exports.default = exports.build;

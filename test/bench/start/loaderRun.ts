import { build } from 'esbuild';
import path from 'node:path';

import { runCommand } from '../../host/system/command';
import { packageRoot } from '../../host/system/paths';
import type { LoaderRun } from './loadPackage';

/** `lazily` reads the metadata, as n8n does; `eagerly` runs every node's file, as n8n does without metadata. */
export type LoaderName = 'lazily' | 'eagerly';

export const loaderTitles: Record<LoaderName, string> = {
	lazily: 'reads the metadata (LazyPackageDirectoryLoader)',
	eagerly: 'runs every node (PackageDirectoryLoader)',
};

export const loaderNames = Object.keys(loaderTitles) as LoaderName[];

/** Compiles loadPackage.ts, so that no compiler runs in the measured process. @returns the path of the program */
export async function compileLoader(folder: string): Promise<string> {
	const outfile = path.join(folder, 'loadPackage.cjs');
	await build({
		entryPoints: [path.join(__dirname, 'loadPackage.ts')],
		outfile,
		bundle: true,
		packages: 'external',
		platform: 'node',
		format: 'cjs',
	});
	return outfile;
}

/** Loads an installed package in a fresh process. @throws when the package is not loaded in that way */
export async function measureLoader(
	program: string,
	packageFolder: string,
	how: LoaderName,
	signal?: AbortSignal,
): Promise<LoaderRun> {
	// The program uses this repository's n8n-core, wherever the program itself is.
	const env = { NODE_PATH: path.join(packageRoot, 'node_modules') };
	const args = ['--expose-gc', program, packageFolder, how];
	const output = await runCommand(process.execPath, args, { cwd: packageRoot, env, signal });
	return JSON.parse(output.trim().split('\n').at(-1) ?? '') as LoaderRun;
}

import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The folder whose `include/node` holds the headers of the running Node, so that native modules compile without a
 * download of the headers. npm's `node` package keeps them in a package per platform, beside or below itself.
 *
 * @returns `undefined` when there are none, or only those of another version
 */
export function findNodeHeaders(
	execPath: string = process.execPath,
	version: string = process.versions.node,
): string | undefined {
	const prefix = path.dirname(path.dirname(execPath));
	const platform = process.platform === 'win32' ? 'win' : process.platform;
	const platformPackage = `node-${platform}-${process.arch}`;
	const candidates = [
		path.join(prefix, 'node_modules', platformPackage),
		path.join(path.dirname(prefix), platformPackage),
		prefix,
	];
	return candidates.find((folder) => headerVersion(folder) === version);
}

function headerVersion(folder: string): string | undefined {
	let header: string;
	try {
		header = readFileSync(path.join(folder, 'include/node/node_version.h'), 'utf8');
	} catch {
		return undefined;
	}
	const part = (name: string) =>
		new RegExp(`^#define NODE_${name}_VERSION (\\d+)`, 'm').exec(header)?.[1];
	return [part('MAJOR'), part('MINOR'), part('PATCH')].join('.');
}

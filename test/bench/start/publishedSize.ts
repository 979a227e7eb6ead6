import { runCommand } from '../../host/system/command';
import { packageRoot } from '../../host/system/paths';

/** The size of the package that npm publishes. */
export interface PublishedSize {
	/** Bytes of the tarball. */
	packed: number;
	/** Bytes of the files in the tarball. */
	unpacked: number;
	files: number;
	/** Bytes of the bundled library for phone numbers. */
	library: number;
}

/** Asks npm what it would publish; the package must be built. */
export async function publishedSize(signal?: AbortSignal): Promise<PublishedSize> {
	const output = await runCommand('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
		cwd: packageRoot,
		signal,
	});
	const [{ size, unpackedSize, entryCount, files }] = JSON.parse(output) as Array<{
		size: number;
		unpackedSize: number;
		entryCount: number;
		files: Array<{ path: string; size: number }>;
	}>;
	const library = files.find(({ path }) => path.endsWith('/phoneLibrary.js'))!.size;
	return { packed: size, unpacked: unpackedSize, files: entryCount, library };
}

import path from 'node:path';
import { root } from './package';

/**
 * Runs test files as one. jest loads n8n-core anew for each file it is given, which takes longer than most of the tests.
 *
 * @param files paths from the root
 */
export function testFiles(files: string[]): void {
	for (const file of files)
		describe(file, () => {
			// eslint-disable-next-line @typescript-eslint/no-require-imports -- whatever files there are
			require(path.join(root, file));
		});
}

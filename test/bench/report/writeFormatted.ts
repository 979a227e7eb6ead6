import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';

import { packageRoot } from '../../host/system/paths';

/** Writes a page as prettier formats it. @returns its path, which is given from the repository's root */
export async function writeFormatted(page: string, text: string): Promise<string> {
	const file = path.join(packageRoot, page);
	const style = await resolveConfig(file);
	await writeFile(file, await format(text, { ...style, filepath: file, proseWrap: 'always' }));
	return page;
}

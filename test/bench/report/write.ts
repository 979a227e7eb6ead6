import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';

import { packageRoot } from '../../host/system/paths';
import { chart } from './chart';
import { caseTitle } from './figures';
import { machine } from './machine';
import { page } from './page';
import type { Results } from './results';

const FILE = 'docs/performance.md';
const CHART = 'performance.svg';

/** Writes docs/performance.md and its chart. @returns the path of the page, from the repository's root */
export async function writePage(results: Results): Promise<string> {
	const file = path.join(packageRoot, FILE);
	await mkdir(path.dirname(file), { recursive: true });
	const text = page(results, await machine(), CHART);
	const style = await resolveConfig(file);
	await writeFile(file, await format(text, { ...style, filepath: file, proseWrap: 'always' }));
	const many = results.of('many');
	const title = `Milliseconds per item: ${caseTitle(many[0].work)}`;
	await writeFile(path.join(path.dirname(file), CHART), chart(title, many));
	return FILE;
}

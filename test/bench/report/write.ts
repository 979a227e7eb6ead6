import { writeFile } from 'node:fs/promises';
import path from 'node:path';

import { packageRoot } from '../../host/system/paths';
import { chart } from './chart';
import { caseTitle } from './figures';
import { machine } from './machine';
import { page } from './page';
import type { Results } from './results';
import { writeFormatted } from './writeFormatted';

const FILE = 'docs/performance.md';
const CHART = 'performance.svg';

/** Writes docs/performance.md and its chart. @returns the path of the page, from the repository's root */
export async function writePage(results: Results): Promise<string> {
	await writeFormatted(FILE, page(results, await machine(), CHART));
	const many = results.of('many');
	const title = `Milliseconds per item: ${caseTitle(many[0].work)}`;
	await writeFile(path.join(packageRoot, path.dirname(FILE), CHART), chart(title, many));
	return FILE;
}

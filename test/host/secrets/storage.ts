import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { parse } from 'flatted';

/** A value that n8n stored, and its place, such as `execution_data.data.resultData.runData.Node.0.startTime`. */
export interface StoredText {
	place: string;
	text: string;
}

/** A file in n8n's user folder. */
export interface StoredFile {
	name: string;
	bytes: Buffer;
}

/** Every file that n8n wrote; installed packages are left out. */
export async function storedFiles(userFolder: string): Promise<StoredFile[]> {
	const entries = await readdir(userFolder, { recursive: true, withFileTypes: true });
	const files = entries.filter(
		(entry) => entry.isFile() && !entry.parentPath.split(path.sep).includes('node_modules'),
	);
	return await Promise.all(
		files.map(async (entry) => {
			const file = path.join(entry.parentPath, entry.name);
			return { name: path.relative(userFolder, file), bytes: await readFile(file) };
		}),
	);
}

function* textsIn(value: unknown, place: string, seen: Set<object>): Generator<StoredText> {
	if (['string', 'number', 'bigint'].includes(typeof value)) yield { place, text: String(value) };
	else if (value !== null && typeof value === 'object' && !seen.has(value)) {
		seen.add(value);
		for (const [key, inner] of Object.entries(value)) {
			yield { place: `${place}.${key} (key)`, text: key };
			yield* textsIn(inner, `${place}.${key}`, seen);
		}
	}
}

/** Parses JSON and flatted texts; returns any other value unchanged. */
function unpacked(table: string, column: string, value: unknown): unknown {
	if (typeof value !== 'string') return value;
	try {
		if (table === 'execution_data' && column === 'data') return parse(value) as unknown;
		return /^[[{]/.test(value) ? (JSON.parse(value) as unknown) : value;
	} catch {
		return value;
	}
}

/** Every value in every table of n8n's database, and the number of executions. */
export function storedTexts(userFolder: string): { texts: StoredText[]; executions: number } {
	const database = new DatabaseSync(path.join(userFolder, '.n8n/database.sqlite'), {
		readOnly: true,
	});
	try {
		const tables = database
			.prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")
			.all() as Array<{ name: string }>;
		const texts = tables.flatMap(({ name: table }) => {
			const rows = database.prepare(`select * from "${table}"`).all();
			return rows.flatMap((row) =>
				Object.entries(row).flatMap(([column, value]) => {
					const blob = value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value;
					const found = unpacked(table, column, blob);
					return [...textsIn(found, `${table}.${column}`, new Set())];
				}),
			);
		});
		const [{ executions }] = database
			.prepare('select count(*) as executions from execution_data')
			.all() as Array<{ executions: number }>;
		return { texts, executions };
	} finally {
		database.close();
	}
}

import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** The places where a text occurs in a value, as paths of keys: `resultData.runData.Code page.0 …`. */
export function placesOf(text: string, value: unknown): string[] {
	const places: string[] = [];
	const seen = new Set<object>();
	const walk = (part: unknown, place: string[]) => {
		if (typeof part === 'string' || typeof part === 'number') {
			if (String(part).includes(text)) places.push(place.join('.'));
		} else if (part !== null && typeof part === 'object' && !seen.has(part)) {
			seen.add(part);
			for (const [key, child] of Object.entries(part)) {
				if (key.includes(text)) places.push([...place, key].join('.'));
				walk(child, [...place, key]);
			}
		}
	};
	walk(value, []);
	return places;
}

/** The files below a folder that contain a text; n8n's database is searched as well. */
export async function filesWith(text: string, folder: string): Promise<string[]> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const files = entries
		.filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
		.map((entry) => path.join(entry.parentPath, entry.name));
	const hits = await Promise.all(files.map(async (file) => (await readFile(file)).includes(text)));
	return files.filter((_, at) => hits[at]).map((file) => path.relative(folder, file));
}

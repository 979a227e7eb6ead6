import path from 'node:path';

/** The repository's root. */
export const packageRoot = path.resolve(__dirname, '../../..');

/** The folder with the private package.json that n8n itself is installed from. */
export const hostFolder = path.resolve(__dirname, '../n8n');

/** The folder for files that one run keeps for the next: never committed, safe to delete. */
export const cacheFolder = path.join(packageRoot, '.cache');

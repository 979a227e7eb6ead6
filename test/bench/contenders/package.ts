import { build } from 'esbuild';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { runCommand } from '../../host/system/command';
import { calls } from './calls';
import * as credentials from './credentials';
import { declarativeClassOf, declarativeNodeFor } from './declarative';
import { BenchFloor } from './floor';
import { BenchRecipients } from './recipients';

/** The name of the package with the contenders' nodes; n8n only loads packages with such a name. */
export const CONTENDERS = 'n8n-nodes-voice-sms-otp-bench';

const classNames = (exported: object) =>
	Object.keys(exported).filter((name) => name.startsWith('Bench'));
const nodes = classNames({ BenchFloor, BenchRecipients });
const credentialTypes = classNames(credentials);

/**
 * Builds and packs the contenders' nodes, to be installed like any community package.
 *
 * @param folder - an existing folder to write to
 * @returns the path of the tarball
 */
export async function packContenders(folder: string): Promise<string> {
	const root = path.join(folder, 'package');
	await mkdir(root, { recursive: true });
	await build({
		stdin: {
			contents: ['recipients', 'floor', 'credentials']
				.map((file) => `export * from './${file}';`)
				.join('\n'),
			resolveDir: __dirname,
			loader: 'ts',
		},
		outfile: path.join(root, 'contenders.js'),
		bundle: true,
		platform: 'node',
		// n8n finds a class by its name.
		keepNames: true,
		external: ['n8n-workflow'],
	});
	const files = [
		...nodes.map((name) => ({ name, file: `${name}.node.js` })),
		...credentialTypes.map((name) => ({ name, file: `${name}.credentials.js` })),
	];
	for (const { name, file } of files)
		await writeFile(
			path.join(root, file),
			`exports.${name} = require('./contenders.js').${name};\n`,
		);
	const declarative = calls.map(declarativeClassOf);
	for (const [at, name] of declarative.entries()) {
		const description = JSON.stringify(declarativeNodeFor(calls[at]));
		await writeFile(
			path.join(root, `${name}.node.js`),
			`exports.${name} = class ${name} { description = ${description}; };\n`,
		);
	}
	const manifest = {
		name: CONTENDERS,
		version: '0.0.0',
		private: true,
		n8n: {
			n8nNodesApiVersion: 1,
			nodes: [...nodes, ...declarative].map((name) => `${name}.node.js`),
			credentials: credentialTypes.map((name) => `${name}.credentials.js`),
		},
	};
	await writeFile(path.join(root, 'package.json'), JSON.stringify(manifest));
	const tarball = path.join(folder, 'contenders.tgz');
	await runCommand('tar', ['-czf', tarball, '-C', folder, 'package'], { cwd: folder });
	return tarball;
}

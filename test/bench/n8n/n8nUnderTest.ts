import { transform } from 'esbuild';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { N8nClient } from '../../host/n8nClient';
import { type N8nServer, startN8n } from '../../host/n8nServer';
import { owner } from '../../host/owner';
import { installPackage } from '../../host/packageInstall';
import { packTarball } from '../../host/packTarball';
import { provision } from '../../host/provision';
import type { Progress } from '../../host/system/progress';
import { packContenders } from '../contenders/package';
import { Inspector } from './inspector';
import { RunReports } from './runReports';
import { MEASURED } from './workflows';

/** A real n8n with this package and the contenders' nodes. */
export interface N8nUnderTest {
	server: N8nServer;
	/** The client, logged in as the owner. */
	client: N8nClient;
	reports: RunReports;
	inspector: Inspector;
	/** Ends n8n. */
	stop(): Promise<void>;
}

/** Compiles the hook, because n8n loads hooks as JavaScript. */
async function compileHook(folder: string): Promise<string> {
	const source = await readFile(path.join(__dirname, 'reportRun.hook.ts'), 'utf8');
	const { code } = await transform(source, { loader: 'ts', format: 'cjs' });
	const file = path.join(folder, 'reportRun.hook.js');
	await writeFile(file, code);
	return file;
}

/**
 * Builds and installs everything and starts n8n.
 *
 * @param folder - an empty folder, which the caller deletes afterwards
 * @param certificate - the certificate of an HTTPS server that n8n trusts
 */
export async function openN8n(
	folder: string,
	progress: Progress,
	{ certificate, signal }: { certificate: string; signal?: AbortSignal },
): Promise<N8nUnderTest> {
	await provision(progress, { signal });
	const userFolder = path.join(folder, 'n8n');
	await mkdir(userFolder, { recursive: true });
	await installPackage(await packTarball(progress, signal), userFolder);
	await installPackage(await packContenders(folder), userFolder);
	const trusted = path.join(folder, 'certificate.pem');
	await writeFile(trusted, certificate);
	const reports = new RunReports();
	progress.update('Starting n8n: usually about 10 s …');
	const server = await startN8n({
		userFolder,
		signal,
		env: {
			EXTERNAL_HOOK_FILES: await compileHook(folder),
			BENCH_NODE: MEASURED,
			NODE_OPTIONS: '--inspect-port=0',
			NODE_EXTRA_CA_CERTS: trusted,
		},
		onLog: (text) => reports.read(text),
	});
	try {
		const client = new N8nClient(server.url);
		await client.enter(owner);
		const inspector = await Inspector.open(server.pid, server.log);
		const stop = async () => {
			inspector.close();
			await server.stop();
		};
		progress.done(`n8n runs at ${server.url}`);
		return { server, client, reports, inspector, stop };
	} catch (error) {
		await server.stop();
		throw error;
	}
}

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';

import { hostFolder } from '../../system/paths';
import { makeCertificate } from './certificate';
import { Packages } from './packages';
import { publishTarball } from './publish';

/** The host from which n8n installs packages, as n8n's own code names it. */
async function hostOfN8n(): Promise<string> {
	const service = 'n8n/dist/modules/community-packages/community-packages.service.js';
	const code = await readFile(path.join(hostFolder, 'node_modules', service), 'utf8');
	const [, host] = /DEFAULT_REGISTRY = 'https:\/\/([\w.]+)'/.exec(code) ?? [];
	if (!host) throw new Error('This n8n does not say where it takes packages from');
	return host;
}

/** A stand-in for npm's registry, on the loopback interface. */
export interface Registry {
	/** The environment variables that lead n8n, and the npm that it starts, to this registry. */
	env: Record<string, string>;
	/** The requests to the registry, as `METHOD /path`, oldest first. */
	requests: string[];
	/** Other hosts that were requested through the proxy, which refused all of them. */
	refusedHosts: string[];
	/** Publishes a packed tarball by `npm publish`. @returns its version */
	publish(tarball: string): Promise<string>;
	close(): Promise<void>;
}

/**
 * Starts a registry that answers in place of npm's own. n8n installs packages from npm's own registry; only licensed
 * instances may set another address (`N8N_COMMUNITY_PACKAGES_REGISTRY`). But n8n honours the settings of a company with
 * its own proxy, `HTTPS_PROXY` and `NODE_EXTRA_CA_CERTS`, and npm inherits them. So this is such a proxy: it answers
 * connections to the registry's host itself, and refuses all others.
 */
export async function startRegistry(): Promise<Registry> {
	const folder = await mkdtemp(path.join(os.tmpdir(), 'npm-registry-'));
	const host = await hostOfN8n();
	const { key, cert, file } = await makeCertificate(host, folder);
	const url = `https://${host}`;
	const packages = new Packages(() => url);
	const refusedHosts: string[] = [];

	const registry = https.createServer({ key, cert }, packages.listener);
	const proxy = http.createServer((_, response) => response.writeHead(403).end());
	proxy.on('connect', ({ url }, socket, head) => {
		socket.on('error', () => socket.destroy());
		if (url !== `${host}:443`) {
			refusedHosts.push(String(url));
			socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
			return;
		}
		socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
		if (head.length > 0) socket.unshift(head);
		registry.emit('connection', socket);
	});
	await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
	const { port } = proxy.address() as AddressInfo;

	const env = {
		HTTPS_PROXY: `http://127.0.0.1:${port}`,
		NO_PROXY: '127.0.0.1,localhost',
		NODE_EXTRA_CA_CERTS: file,
	};
	return {
		env,
		requests: packages.requests,
		refusedHosts,
		publish: async (tarball) => {
			// npm passes the certificates of its own settings on to the npm within a script, which then trusts no other.
			const trusting = { ...env, npm_config_cafile: file };
			await publishTarball(tarball, { url, env: trusting, folder });
			return packages.newest!.version;
		},
		close: async () => {
			registry.closeAllConnections();
			proxy.closeAllConnections();
			await new Promise((resolve) => proxy.close(resolve));
			await rm(folder, { recursive: true, force: true });
		},
	};
}

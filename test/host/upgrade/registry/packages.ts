import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { runCommand } from '../../system/command';
import type { Manifest } from '../tarballs';

/** A version as a registry describes it: its package.json, and the address of its tarball. */
export interface PublishedVersion extends Manifest {
	dist: { tarball: string; integrity: string; shasum: string };
}

/** The published packages; the version that was published last is `latest`, as with `npm publish`. */
export class Packages {
	private readonly versions = new Map<string, PublishedVersion[]>();

	private readonly tarballs = new Map<string, Buffer>();

	constructor(private readonly registryUrl: string) {}

	/** Publishes a packed tarball. @returns its version */
	async publish(tarball: string): Promise<string> {
		const manifest = await runCommand('tar', ['-xzOf', tarball, 'package/package.json'], {
			cwd: path.dirname(tarball),
		});
		const content = await readFile(tarball);
		const { name, version, ...others } = JSON.parse(manifest) as Manifest;
		const at = `/${name}/-/${name}-${version}.tgz`;
		const digest = (algorithm: string) => createHash(algorithm).update(content);
		const dist = {
			tarball: `${this.registryUrl}${at}`,
			integrity: `sha512-${digest('sha512').digest('base64')}`,
			shasum: digest('sha1').digest('hex'),
		};
		this.versions.set(name, [...this.of(name), { ...others, name, version, dist }]);
		this.tarballs.set(at, content);
		return version;
	}

	/** A registry's answer to a GET: a package, one of its versions or a tarball; undefined if there is none. */
	find(at: string): object | Buffer | undefined {
		const tarball = this.tarballs.get(at);
		if (tarball) return tarball;
		const [name, wanted] = at.slice(1).split('/');
		const versions = this.of(name);
		const latest = versions.at(-1);
		if (!latest) return undefined;
		if (wanted === undefined) {
			const byVersion = Object.fromEntries(versions.map((each) => [each.version, each]));
			return { name, 'dist-tags': { latest: latest.version }, versions: byVersion };
		}
		return wanted === 'latest' ? latest : versions.find(({ version }) => version === wanted);
	}

	private of(name: string): PublishedVersion[] {
		return this.versions.get(name) ?? [];
	}
}

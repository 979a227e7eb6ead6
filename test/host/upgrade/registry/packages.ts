import { createHash } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { json } from 'node:stream/consumers';

/** A version as a registry describes it: its package.json, and the address of its tarball. */
export interface PublishedVersion {
	name: string;
	version: string;
	dist: { tarball: string; integrity: string; shasum: string };
}

/** What `npm publish` sends: one version, and its tarball in Base64. */
interface Publication {
	name: string;
	versions: Record<string, PublishedVersion>;
	_attachments: Record<string, { data: string }>;
}

/** The packages of a registry; the version that was published last is `latest`. */
export class Packages {
	/** The requests, as `METHOD /path`, oldest first. */
	readonly requests: string[] = [];

	/** What was published last. */
	newest?: PublishedVersion;

	private readonly versions = new Map<string, PublishedVersion[]>();

	private readonly tarballs = new Map<string, Buffer>();

	/** @param url the registry's address */
	constructor(private readonly url: () => string) {}

	/** Answers npm's requests: what it reads, publishes and audits. */
	readonly listener: RequestListener = (request, response) => {
		const at = decodeURIComponent(request.url ?? '');
		this.requests.push(`${request.method} ${at}`);
		const answer = async () => {
			if (request.method === 'PUT') return this.publish((await json(request)) as Publication);
			// No package here has an advisory.
			return request.method === 'POST' ? {} : this.find(at);
		};
		void answer().then((found) => {
			const isTarball = Buffer.isBuffer(found);
			const type = isTarball ? 'application/octet-stream' : 'application/json';
			response.writeHead(found ? 200 : 404, { 'content-type': type });
			response.end(isTarball ? found : JSON.stringify(found ?? { error: 'Not found' }));
		});
	};

	private publish({ name, versions, _attachments }: Publication): object | undefined {
		const [[fileName, { data }]] = Object.entries(_attachments);
		const [published] = Object.values(versions);
		const content = Buffer.from(data, 'base64');
		const digest = createHash('sha512').update(content).digest('base64');
		if (published.dist.integrity !== `sha512-${digest}`) return undefined;
		const at = `/${name}/-/${fileName}`;
		const dist = { ...published.dist, tarball: `${this.url()}${at}` };
		this.newest = { ...published, dist };
		this.versions.set(name, [...this.of(name), this.newest]);
		this.tarballs.set(at, content);
		return { success: true };
	}

	/** A package, one of its versions or a tarball; undefined if there is none. */
	private find(at: string): object | Buffer | undefined {
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

import { LazyPackageDirectoryLoader, PackageDirectoryLoader } from 'n8n-core';
import { performance } from 'node:perf_hooks';

/** What a fresh process measures when it loads the package once; see loaderRun.ts. */
export interface LoaderRun {
	/** Milliseconds for what n8n does with the package at its start. */
	startMs: number;
	/** Milliseconds of processor time for that. */
	cpuMs: number;
	/** Milliseconds for the first use of every node afterwards. */
	firstUseMs: number;
	/** Bytes by which the used heap has grown once the package is loaded as at n8n's start. */
	heap: number;
	/** The number of the package's files that were run for that. */
	modules: number;
}

const collectGarbage = () => globalThis.gc?.();

/** Loads the package in a folder as n8n 2.41 does at its start (`postProcessLoaders`), then every node. */
async function loadPackage(folder: string, lazily: boolean): Promise<LoaderRun> {
	const Loader = lazily ? LazyPackageDirectoryLoader : PackageDirectoryLoader;
	collectGarbage();
	const before = process.memoryUsage().heapUsed;
	const processor = process.cpuUsage();
	const start = performance.now();
	const loader = new Loader(folder);
	await loader.loadAll();
	for (const type of Object.keys(loader.known.credentials)) loader.getCredential(type);
	const startMs = performance.now() - start;
	const { user, system } = process.cpuUsage(processor);
	if (loader.isLazyLoaded !== lazily) throw new Error(`${folder} was not loaded as was meant`);

	// n8n releases the descriptions once it has written them to the files that the editor reads.
	loader.releaseTypes();
	collectGarbage();
	const heap = process.memoryUsage().heapUsed - before;
	const modules = Object.keys(require.cache).filter((file) => file.startsWith(folder)).length;

	const firstUse = performance.now();
	for (const type of Object.keys(loader.known.nodes)) loader.getNode(type);
	const firstUseMs = performance.now() - firstUse;
	return { startMs, cpuMs: (user + system) / 1000, firstUseMs, heap, modules };
}

const [folder, how] = process.argv.slice(2);
void loadPackage(folder, how === 'lazily').then((run) => console.log(JSON.stringify(run)));

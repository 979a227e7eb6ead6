import type { N8nRest } from './rest';

/** An installed community package, as n8n lists it. */
export interface InstalledPackage {
	packageName: string;
	installedVersion: string;
	/** The newer version in the registry, if there is one. */
	updateAvailable?: string;
	/** Whether n8n failed to load the package's nodes. */
	failedLoading?: boolean;
	installedNodes: Array<{ name: string; type: string; latestVersion: number }>;
}

/** The page Settings → Community nodes. */
export class CommunityPackages {
	constructor(private readonly rest: N8nRest) {}

	async list(): Promise<InstalledPackage[]> {
		return await this.rest.request('GET', '/community-packages');
	}

	/** @param version - the newest by default */
	async install(name: string, version?: string): Promise<InstalledPackage> {
		return await this.rest.request('POST', '/community-packages', { name, version });
	}

	/** @param version - the newest by default */
	async update(name: string, version?: string): Promise<InstalledPackage> {
		return await this.rest.request('PATCH', '/community-packages', { name, version });
	}

	async uninstall(name: string): Promise<void> {
		await this.rest.request('DELETE', `/community-packages?name=${encodeURIComponent(name)}`);
	}
}

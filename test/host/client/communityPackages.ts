import type { N8nRest } from './rest';

/** A package as n8n has noted it. */
export interface InstalledPackage {
	packageName: string;
	installedVersion: string;
	/** A newer version that the registry has. */
	updateAvailable?: string;
	/** Whether n8n knows the package and could not load its nodes. */
	failedLoading?: boolean;
	installedNodes: Array<{ name: string; type: string; latestVersion: number }>;
}

/** Settings → Community nodes. */
export class CommunityPackages {
	constructor(private readonly rest: N8nRest) {}

	async list(): Promise<InstalledPackage[]> {
		return await this.rest.request('GET', '/community-packages');
	}

	/** @param version - the newest one unless given */
	async install(name: string, version?: string): Promise<InstalledPackage> {
		return await this.rest.request('POST', '/community-packages', { name, version });
	}

	/** @param version - the newest one unless given */
	async update(name: string, version?: string): Promise<InstalledPackage> {
		return await this.rest.request('PATCH', '/community-packages', { name, version });
	}

	async uninstall(name: string): Promise<void> {
		await this.rest.request('DELETE', `/community-packages?name=${encodeURIComponent(name)}`);
	}
}

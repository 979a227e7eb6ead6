import axios from 'axios';
import type { AxiosInstance } from 'axios';
import type { IDataObject } from 'n8n-workflow';
import { fork } from 'node:child_process';
import https from 'node:https';
import path from 'node:path';

import type { TestedProvider } from '../../providers/contract';
import type { CountersView } from '../../sandbox/counters';
import type { InboxEntry } from '../../sandbox/inbox/entry';
import type { Sandbox, SandboxOptions } from '../../sandbox/server';

type Addresses = Pick<Sandbox, 'url' | 'baseUrls'>;

/** The sandbox in a process of its own, controlled through its control API. */
export class SandboxProcess {
	private readonly http: AxiosInstance;

	private constructor(
		readonly addresses: Addresses,
		/** Ends the process. */
		readonly stop: () => Promise<void>,
		certificate?: string,
	) {
		const httpsAgent = certificate && new https.Agent({ ca: certificate });
		this.http = axios.create({ baseURL: addresses.url, proxy: false, httpsAgent });
	}

	/** @throws when the sandbox ends before it listens */
	static async start(options: SandboxOptions = {}): Promise<SandboxProcess> {
		// The child process inherits tsx, the loader that runs this program.
		const child = fork(path.join(__dirname, 'child.ts'), [JSON.stringify(options)]);
		const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
		const stop = async () => {
			child.kill();
			await ended;
		};
		const addresses = await new Promise<Addresses>((resolve, reject) => {
			child.once('message', (message) => resolve(message as Addresses));
			void ended.then(() => reject(new Error('The sandbox ended before it listened')));
		});
		return new SandboxProcess(addresses, stop, options.https?.cert);
	}

	/** The sandbox's counters since its start. */
	async counters(): Promise<CountersView> {
		return (await this.http.get<CountersView>('/control/counters')).data;
	}

	/** The newest messages and calls, at most `limit` of them. */
	async newest(limit: number): Promise<InboxEntry[]> {
		return (await this.http.get<InboxEntry[]>('/control/inbox', { params: { limit } })).data;
	}

	/** From now on, delays all answers of the providers. */
	async answerAfter(milliseconds: number): Promise<void> {
		await this.http.delete('/control/faults');
		if (milliseconds > 0)
			await this.http.post('/control/faults', { match: {}, do: { latency: milliseconds } });
	}

	/** Expires the access token of the next request to a path, for all requests that carry the same token. */
	async expireTokenOfNext(path: string): Promise<void> {
		await this.http.post('/control/faults', {
			match: { path },
			times: 1,
			do: { expiredToken: true },
		});
	}

	/** An access token for contenders that cannot log in; empty if the provider has no access tokens. */
	async logIn({ sandbox: { name }, credential }: TestedProvider): Promise<string> {
		const { token, logins } = credential;
		if (!token) return '';
		const url = this.addresses.baseUrls[name] + token.path;
		return token.tokenIn((await this.http.post<IDataObject>(url, logins[0].fields)).data);
	}
}

import axios from 'axios';
import type { AxiosInstance } from 'axios';
import type { IDataObject } from 'n8n-workflow';
import { fork } from 'node:child_process';
import path from 'node:path';

import type { TestedProvider } from '../../providers/contract';
import type { CountersView } from '../../sandbox/counters';
import type { InboxEntry } from '../../sandbox/inbox/entry';
import type { Sandbox } from '../../sandbox/server';

type Addresses = Pick<Sandbox, 'url' | 'baseUrls'>;

/** The sandbox as a process, driven by its control API. */
export class SandboxProcess {
	private readonly http: AxiosInstance;

	private constructor(
		readonly addresses: Addresses,
		/** Ends it. */
		readonly stop: () => Promise<void>,
	) {
		this.http = axios.create({ baseURL: addresses.url, proxy: false });
	}

	/** @throws where it ends before it listens */
	static async start(): Promise<SandboxProcess> {
		// It inherits the loader that runs this program, tsx.
		const child = fork(path.join(__dirname, 'child.ts'));
		const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
		const stop = async () => {
			child.kill();
			await ended;
		};
		const addresses = await new Promise<Addresses>((resolve, reject) => {
			child.once('message', (message) => resolve(message as Addresses));
			void ended.then(() => reject(new Error('The sandbox ended before it listened')));
		});
		return new SandboxProcess(addresses, stop);
	}

	/** What it counted since its start. */
	async counters(): Promise<CountersView> {
		return (await this.http.get<CountersView>('/control/counters')).data;
	}

	/** The newest messages and calls, so many of them. */
	async newest(limit: number): Promise<InboxEntry[]> {
		return (await this.http.get<InboxEntry[]>('/control/inbox', { params: { limit } })).data;
	}

	/** Milliseconds by which the providers answer later, from now on. */
	async answerAfter(milliseconds: number): Promise<void> {
		await this.http.delete('/control/faults');
		if (milliseconds > 0)
			await this.http.post('/control/faults', { match: {}, do: { latency: milliseconds } });
	}

	/** The next request to a path finds that its token has just expired, and all that carry the same one. */
	async expireTokenOfNext(path: string): Promise<void> {
		await this.http.post('/control/faults', {
			match: { path },
			times: 1,
			do: { expiredToken: true },
		});
	}

	/** An access token for contenders that cannot log in; empty where no login gives one. */
	async logIn({ sandbox: { name }, credential }: TestedProvider): Promise<string> {
		const { token, logins } = credential;
		if (!token) return '';
		const url = this.addresses.baseUrls[name] + token.path;
		return token.tokenIn((await this.http.post<IDataObject>(url, logins[0].fields)).data);
	}
}

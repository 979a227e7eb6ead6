import axios, { type AxiosInstance, type Method } from 'axios';
import { Agent } from 'node:http';

/** Longer than n8n needs for any request of the tests, even on a busy machine. */
const ANSWER_MS = 180_000;

/** An error that n8n's REST API answered with. */
export class N8nRestError extends Error {
	constructor(
		message: string,
		/** The HTTP status. */
		readonly status: number,
	) {
		super(message);
		this.name = 'N8nRestError';
	}
}

/**
 * A client of the internal REST API that n8n's editor uses. It keeps the session cookie and always sends the same
 * browser ID, because n8n binds the session to it.
 */
export class N8nRest {
	private readonly http: AxiosInstance;

	private cookie = '';

	constructor(readonly url: string) {
		this.http = axios.create({
			baseURL: url,
			headers: { 'browser-id': 'voice-sms-otp-host' },
			proxy: false,
			// n8n closes idle connections after a few seconds; a request that reused one at that moment would be lost.
			httpAgent: new Agent({ keepAlive: false }),
			validateStatus: () => true,
			maxContentLength: Infinity,
			maxBodyLength: Infinity,
		});
	}

	/**
	 * Sends a request to a path below `/rest`.
	 *
	 * @returns the `data` in n8n's answer
	 * @throws N8nRestError with n8n's own message
	 */
	async request<Data>(method: Method, path: string, body?: unknown): Promise<Data> {
		const { data } = await this.send<{ data: Data }>(method, `/rest${path}`, body);
		return data;
	}

	/** Fetches a JSON file that n8n generates for its editor, such as `/types/nodes.json`. */
	async file<Content>(path: string): Promise<Content> {
		return await this.send<Content>('GET', path);
	}

	private async send<Body>(method: Method, url: string, body?: unknown): Promise<Body> {
		const response = await this.http.request<Body & { message?: string }>({
			method,
			url,
			data: body,
			timeout: ANSWER_MS,
			timeoutErrorMessage: `n8n did not answer ${method} ${url} within ${ANSWER_MS / 1000} s`,
			headers: this.cookie ? { cookie: this.cookie } : {},
		});
		const cookies = response.headers['set-cookie'];
		if (cookies) this.cookie = cookies.map((cookie) => cookie.split(';')[0]).join('; ');
		if (response.status >= 400) {
			const words = response.data?.message ?? JSON.stringify(response.data);
			throw new N8nRestError(
				`n8n answered ${response.status} to ${method} ${url}: ${words}`,
				response.status,
			);
		}
		return response.data;
	}
}

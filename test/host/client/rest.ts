import axios, { type AxiosInstance, type Method } from 'axios';
import { Agent } from 'node:http';

/** Longer than n8n takes for anything the tests ask of it, on a busy machine. */
const ANSWER_MS = 180_000;

/** n8n's REST API answered an error. */
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
 * n8n's internal REST API, the one its editor uses: keeps the session cookie and sends one browser id, to
 * which n8n binds the session.
 */
export class N8nRest {
	private readonly http: AxiosInstance;

	private cookie = '';

	constructor(readonly url: string) {
		this.http = axios.create({
			baseURL: url,
			headers: { 'browser-id': 'voice-sms-otp-host' },
			proxy: false,
			// n8n closes idle connections after seconds: a request that reuses one just then is lost.
			httpAgent: new Agent({ keepAlive: false }),
			validateStatus: () => true,
			maxContentLength: Infinity,
			maxBodyLength: Infinity,
		});
	}

	/**
	 * One request below `/rest`.
	 *
	 * @returns what n8n wraps into `data`
	 * @throws N8nRestError with n8n's own words
	 */
	async request<Data>(method: Method, path: string, body?: unknown): Promise<Data> {
		const { data } = await this.send<{ data: Data }>(method, `/rest${path}`, body);
		return data;
	}

	/** One of the JSON files that n8n makes for its editor, such as `/types/nodes.json`. */
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

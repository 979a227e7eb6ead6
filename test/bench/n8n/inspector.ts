import { setTimeout as delay } from 'node:timers/promises';

const PATIENCE_MS = 10_000;
const LISTENING = /Debugger listening on (ws:\/\/\S+)/;

interface Answer {
	id?: number;
	error?: { message: string };
	result?: unknown;
}

/** A connection to the inspector of a Node process, in the protocol of its developer tools. */
export class Inspector {
	private lastId = 0;

	private readonly waiting = new Map<number, (answer: Answer) => void>();

	private constructor(private readonly socket: WebSocket) {
		socket.addEventListener('message', ({ data }) => {
			const answer = JSON.parse(String(data)) as Answer;
			this.waiting.get(answer.id ?? 0)?.(answer);
			this.waiting.delete(answer.id ?? 0);
		});
	}

	/**
	 * Opens the inspector of a process, which must have been started with `--inspect-port=0`.
	 *
	 * @param log - returns the output of the process, which names the inspector's address
	 * @throws when the inspector does not open
	 */
	static async open(pid: number, log: () => string): Promise<Inspector> {
		process.kill(pid, 'SIGUSR1');
		const deadline = Date.now() + PATIENCE_MS;
		let address: string | undefined;
		while (address === undefined) {
			if (Date.now() > deadline) throw new Error('The inspector of n8n did not open');
			await delay(50);
			address = LISTENING.exec(log())?.[1];
		}
		const socket = new WebSocket(address);
		await new Promise((resolve, reject) => {
			socket.addEventListener('open', resolve);
			socket.addEventListener('error', reject);
		});
		return new Inspector(socket);
	}

	/** @throws with the inspector's message */
	async call<Result>(method: string, params: object = {}): Promise<Result> {
		const id = ++this.lastId;
		const answered = new Promise<Answer>((resolve) => this.waiting.set(id, resolve));
		this.socket.send(JSON.stringify({ id, method, params }));
		const { error, result } = await answered;
		if (error) throw new Error(`${method}: ${error.message}`);
		return result as Result;
	}

	close(): void {
		this.socket.close();
	}
}

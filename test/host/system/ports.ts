import { randomInt } from 'node:crypto';
import net from 'node:net';

/**
 * A free TCP port on the loopback interface: the preferred one, or any other when that is taken. Another process may
 * take the port before the caller listens on it, so the caller must be ready to ask again.
 */
export async function freePort(preferred: number): Promise<number> {
	return (await listenOnce(preferred)) ?? (await anyFreePort());
}

/** Any free TCP port on the loopback interface, below the range from which the system picks ports for connections. */
export async function anyFreePort(): Promise<number> {
	for (let tries = 0; tries < 100; tries++) {
		// Chromium refuses to open pages at port 10,080.
		const port = await listenOnce(randomInt(10_081, 32_768));
		if (port !== undefined) return port;
	}
	throw new Error('This machine has no free TCP port');
}

async function listenOnce(port: number): Promise<number | undefined> {
	return await new Promise((resolve) => {
		const server = net.createServer();
		server.once('error', () => resolve(undefined));
		server.listen(port, '127.0.0.1', () => server.close(() => resolve(port)));
	});
}

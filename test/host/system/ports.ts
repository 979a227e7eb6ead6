import net from 'node:net';

/**
 * A free TCP port on the loopback interface: the preferred one, or any when that is taken. Another
 * process may take it before its user does, so whoever listens must be ready to ask again.
 */
export async function freePort(preferred: number): Promise<number> {
	return (await listenOnce(preferred)) ?? (await anyFreePort());
}

/** Any free TCP port on the loopback interface. */
export async function anyFreePort(): Promise<number> {
	const port = await listenOnce(0);
	if (port === undefined) throw new Error('This machine has no free TCP port');
	return port;
}

async function listenOnce(port: number): Promise<number | undefined> {
	return await new Promise((resolve) => {
		const server = net.createServer();
		server.once('error', () => resolve(undefined));
		server.listen(port, '127.0.0.1', () => {
			const { port: taken } = server.address() as net.AddressInfo;
			server.close(() => resolve(taken));
		});
	});
}

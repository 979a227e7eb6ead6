import { type Server, startServer } from './server';

/** Starts a Redis server that stores nothing on the disk. */
export async function startRedis(program: string, folder: string): Promise<Server> {
	return await startServer({
		program,
		args: (port) => [
			...['--port', String(port), '--bind', '127.0.0.1', '--dir', folder],
			...['--save', '', '--appendonly', 'no'],
		],
		ready: /Ready to accept connections/,
		signal: 'SIGTERM',
		cwd: folder,
	});
}

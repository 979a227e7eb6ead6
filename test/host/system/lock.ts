import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** Releases a lock. */
export type Release = () => Promise<void>;

// The lock is a listening socket, not a file with a process ID: the system frees it however the holder ends, and no
// later process can be mistaken for the holder. It is in the temporary folder, because a socket's path may have only
// about 100 characters.
const socketOf = (folder: string) =>
	path.join(
		os.tmpdir(),
		`voice-sms-otp-${createHash('sha256').update(path.resolve(folder)).digest('hex').slice(0, 16)}.sock`,
	);

const listens = async (socket: string) =>
	await new Promise<boolean>((resolve) => {
		const connection = net.connect(socket, () => {
			connection.destroy();
			resolve(true);
		});
		connection.once('error', () => resolve(false));
	});

/**
 * Takes the lock of a folder for this process.
 *
 * @returns `undefined` when another process holds it
 */
export async function tryLock(folder: string): Promise<Release | undefined> {
	const socket = socketOf(folder);
	for (let attempt = 0; attempt < 2; attempt++) {
		const server = net.createServer((connection) => connection.destroy());
		const listening = await new Promise<boolean>((resolve) => {
			server.once('error', () => resolve(false));
			server.listen(socket, () => resolve(true));
		});
		if (listening) {
			server.unref();
			return async () => await new Promise((resolve) => server.close(() => resolve()));
		}
		if (await listens(socket)) return undefined;
		await rm(socket, { force: true });
	}
	return undefined;
}

/** Runs `work` while it holds the lock of a folder; waits until the lock is free. */
export async function withLock<Result>(
	folder: string,
	work: () => Promise<Result>,
	onWait: () => void = () => {},
): Promise<Result> {
	let release = await tryLock(folder);
	while (!release) {
		onWait();
		await delay(500);
		release = await tryLock(folder);
	}
	try {
		return await work();
	} finally {
		await release();
	}
}

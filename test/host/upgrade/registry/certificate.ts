import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { runCommand } from '../../system/command';

/** A server's certificate and its key, and the file that makes a client trust it. */
export interface Certificate {
	key: string;
	cert: string;
	/** The path of the certificate's file, for `NODE_EXTRA_CA_CERTS`. */
	file: string;
}

/**
 * Makes a new certificate for a host name, valid for a day: a client that trusts it trusts only this run.
 *
 * @param folder - an empty folder, which the caller deletes afterwards
 * @throws when there is no openssl in PATH
 */
export async function makeCertificate(hostName: string, folder: string): Promise<Certificate> {
	const key = path.join(folder, 'key.pem');
	const file = path.join(folder, 'certificate.pem');
	const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
	const subject = ['-subj', `/CN=${hostName}`, '-addext', `subjectAltName=DNS:${hostName}`];
	await runCommand(
		'openssl',
		['req', '-x509', ...curve, ...subject, '-days', '1', '-keyout', key, '-out', file],
		{ cwd: folder },
	);
	return { key: await readFile(key, 'utf8'), cert: await readFile(file, 'utf8'), file };
}

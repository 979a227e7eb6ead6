import { answer, instead } from '../fault';
import type { Fault } from '../fault';

const PAGE = '<!DOCTYPE html><html><title>Welcome</title><body><h1>Welcome</h1></body></html>';
const html = { 'content-type': 'text/html; charset=utf-8' };

/** A yes that cannot be read: nobody knows whether it was carried out. */
const unreadable = (name: string, spoil: Fault['spoil'], reaches = false): Fault => ({
	name,
	reaches,
	spoil,
	becomes: 'unknown',
});

const cutShort = (body: string) => body.slice(0, -3);

/** Bodies that are no answer, under a status that says yes. */
export const WRONG_BODIES: Fault[] = [
	unreadable('200 with a web page', answer(200, PAGE, html)),
	unreadable('200 with a web page that is called JSON', answer(200, PAGE)),
	unreadable('200 with nothing', answer(200, '')),
	unreadable('200 with blanks', answer(200, ' \r\n\t ')),
	unreadable('204', ({ response }) => response.writeHead(204).end()),
	unreadable('200 with null', answer(200, 'null')),
	unreadable('200 with a number', answer(200, '42')),
	unreadable('200 with true', answer(200, 'true')),
	unreadable('200 with a JSON text', answer(200, '"done"')),
	unreadable('200 with plain text', answer(200, 'OK', { 'content-type': 'text/plain' })),
	unreadable('JSON that breaks off', instead(cutShort), true),
	unreadable(
		'JSON and more after it',
		instead((body) => `${body}<!-- cached -->`),
		true,
	),
	unreadable(
		'JSON in single quotes',
		instead((body) => body.replace(/"/g, "'")),
		true,
	),
	unreadable('JSON 100,000 levels deep', answer(200, '['.repeat(1e5) + ']'.repeat(1e5))),
	unreadable(
		'10 MB',
		instead((body) => body.padEnd(10_000_000, ' ')),
		true,
	),
	unreadable('rubbish called gzip', answer(200, 'no gzip at all', { 'content-encoding': 'gzip' })),
	unreadable('rubbish in Latin 1', answer(200, Buffer.from([0xff, 0xfe, 0x00, 0x80, 0xc3]))),
];

import type { Fault } from '../fault';
import type { Exchange } from '../gateway';

const redirect = (
	status: number,
	what: string,
	location?: (exchange: Exchange) => string,
): Fault => ({
	name: `${status} to ${what}`,
	reaches: false,
	spoil: (exchange) =>
		exchange.response.writeHead(status, location && { location: location(exchange) }).end(),
	becomes: 'refused',
});

const sameHost = ({ request }: Exchange) => `${request.path}?again`;

/** Another host, which is this gateway again: whoever follows comes in here a second time and is counted. */
const otherHost = ({ request: { headers, path } }: Exchange) =>
	`http://${headers.host?.replace('127.0.0.1', 'localhost')}${path}`;

export const REDIRECTS: Fault[] = [
	...[301, 302, 303, 307, 308].map((status) => redirect(status, 'the same host', sameHost)),
	...[302, 307].map((status) => redirect(status, 'another host', otherHost)),
	redirect(301, 'no address at all', () => '//'),
	redirect(302, 'nowhere'),
];

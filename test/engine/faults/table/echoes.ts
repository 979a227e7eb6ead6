import { providers, REQUESTING } from '../../../providers';
import { answer, onceMoreWithNewToken } from '../fault';
import type { Fault } from '../fault';
import type { Exchange, Received } from '../gateway';

/** The names that codes and logins have in any provider's requests. */
const CODES = REQUESTING.flatMap(({ code }) => code ?? []);
const LOGIN_HEADERS = providers.flatMap(({ sandbox }) => sandbox.loginHeaders);

/** Everything that was sent, as a careless gateway shows it: the login and the code. */
const sent = ({ method, path, headers, body }: Received) => ({ method, path, headers, body });

/** The code in a request, wherever it stands; empty where there is none. */
export function codeIn({ body }: Received): string {
	if (body === '') return '';
	const fields = JSON.parse(body) as Record<string, string | undefined>;
	return CODES.map((name) => fields[name]).find((code) => code !== undefined) ?? '';
}

const saying =
	(status: number, body: (request: Received) => unknown): Fault['spoil'] =>
	(exchange) =>
		answer(status, JSON.stringify(body(exchange.request)))(exchange);

const refusing = (name: string, spoil: Fault['spoil'], asked?: Fault['asked']): Fault => ({
	name: `${name}`,
	reaches: false,
	spoil,
	becomes: 'refused',
	asked,
});

function asText({ body, headers }: Received): string {
	const login = LOGIN_HEADERS.map((name) => headers[name]).find((value) => value !== undefined);
	return `Got ${body} with ${String(login ?? 'no login')}`;
}

/** The provider's own answer, and beside it all that was sent. */
function withRequest({ request, answered: { status, body }, response }: Exchange): void {
	const value = JSON.parse(body) as object;
	const echo = { request: sent(request), parsed: request.body && JSON.parse(request.body) };
	const number = { asNumber: Number(codeIn(request)) };
	const echoed = Array.isArray(value) ? [...value, echo] : { ...value, echo, number };
	response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(echoed));
}

/** Answers that give back what they were sent. */
export const ECHOES: Fault[] = [
	refusing(
		'400 with the request in JSON',
		saying(400, (request) => ({ message: asText(request) })),
	),
	refusing(
		'400 with the request, field by field',
		saying(400, (request) => ({ errors: [sent(request)], detail: sent(request).headers })),
	),
	refusing('400 with the request in plain text', (exchange) =>
		answer(400, asText(exchange.request), { 'content-type': 'text/plain' })(exchange),
	),
	refusing(
		'400 with the code as it is spoken',
		saying(400, (request) => ({ message: `Cannot read ${[...codeIn(request)].join(' ')}` })),
	),
	refusing(
		'401 with the request in JSON',
		saying(401, (request) => ({ message: asText(request) })),
		onceMoreWithNewToken,
	),
	refusing('500 with the request in a web page', (exchange) =>
		answer(500, `<html><pre>${asText(exchange.request)}</pre>`, { 'content-type': 'text/html' })(
			exchange,
		),
	),
	refusing('400 with the request in the status line', ({ request, response }) =>
		response.writeHead(400, asText(request).replace(/[^ -~]/g, ' ')).end(),
	),
	refusing('a redirect with the request in its address', ({ request, response }) => {
		const query = encodeURIComponent(asText(request));
		response.writeHead(302, { location: `https://elsewhere.invalid/?sent=${query}` }).end();
	}),
	{
		name: '200 with the request beside the answer',
		reaches: true,
		spoil: withRequest,
		becomes: 'output',
	},
];

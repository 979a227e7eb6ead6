import type { FastifyInstance, FastifyRequest } from 'fastify';
import { inboxEntries, inboxPage } from './inbox/page';
import { sentTo } from './inbox/entry';
import type { InboxEntry } from './inbox/entry';
import { bodyOf, jsonObject } from './providers/http';
import { OUTCOMES } from './settings';
import type { Outcome } from './settings';
import { Refusal } from './shared/refusal';
import { inWords, oneOf, problemsOf, text } from './shared/validate';
import type { Fields } from './shared/validate';
import type { State } from './state';

/** The number of entries on the page, unless its address sets another. */
const PAGE_ENTRIES = 200;

const inboxQuery: Fields = {
	to: { check: text({ pattern: /\d/, as: 'a number' }) },
	limit: { check: text({ pattern: /^[1-9]\d*$/, as: 'a number of entries' }) },
};

/** The inbox page and the control API. Clients of the providers do not call these paths. */
export function mountControl(app: FastifyInstance, state: State, actions: ControlActions): void {
	app.setErrorHandler((error, _request, reply) => {
		if (!(error instanceof Refusal)) throw error;
		reply.code(error.status).send(error.body);
	});
	app.get('/', async (request, reply) => {
		reply.type('text/html; charset=utf-8').header('cache-control', 'no-store');
		return inboxPage(inboxOf(request, state, PAGE_ENTRIES));
	});
	app.get('/inbox-entries', async (request, reply) => {
		reply.type('text/html; charset=utf-8').header('cache-control', 'no-store');
		return inboxEntries(inboxOf(request, state, PAGE_ENTRIES));
	});
	app.get('/control/inbox', async (request) => inboxOf(request, state));
	app.get('/control/requests', async (request) => {
		const { clear } = query(request, { clear: { check: oneOf('1') } });
		const requests = state.requests.oldestFirst();
		if (clear === '1') state.requests.clear();
		return requests;
	});
	app.get('/control/callbacks', async () => state.callbacks.sent.oldestFirst());
	app.get('/control/counters', async () => state.counters.view());
	app.post('/control/settings', async (request) => {
		orRefuse(() => state.configure(body(request)));
		return state.settings;
	});
	app.post('/control/faults', async (request, reply) => {
		orRefuse(() => state.faults.add(body(request)));
		reply.code(201);
		return { faults: state.faults.size };
	});
	app.delete('/control/faults', async () => {
		state.faults.clear();
		return { faults: 0 };
	});
	app.post('/control/expire-tokens', async (_request, reply) => {
		actions.expireTokens();
		reply.code(204);
	});
	app.post('/control/reset', async (_request, reply) => {
		actions.reset();
		reply.code(204);
	});
	app.post('/control/deliver', async (request) => {
		const wanted = body(request);
		check(wanted, {
			id: { check: text({ min: 1 }), required: true },
			outcome: { check: oneOf(...OUTCOMES) },
		});
		return state.callbacks
			.deliver(wanted.id as string, wanted.outcome as Outcome | undefined)
			.catch(refuse);
	});
}

export interface ControlActions {
	expireTokens(): void;
	reset(): void;
}

function inboxOf(request: FastifyRequest, state: State, most?: number): InboxEntry[] {
	const { to, limit } = query(request, inboxQuery);
	return state.inbox.newestFirst({
		count: limit === undefined ? most : Number(limit),
		where: to === undefined ? undefined : sentTo(to.replace(/\D/g, '')),
	});
}

function query(request: FastifyRequest, fields: Fields): Record<string, string | undefined> {
	const given = request.query as Record<string, string>;
	check(given, fields);
	return given;
}

function body(request: FastifyRequest): Record<string, unknown> {
	return orRefuse(() => jsonObject(bodyOf(request)));
}

function check(given: Record<string, unknown>, fields: Fields): void {
	const problems = problemsOf(given, fields);
	if (problems.size > 0) throw new Refusal(400, { message: inWords(problems) });
}

function orRefuse<T>(attempt: () => T): T {
	try {
		return attempt();
	} catch (error) {
		return refuse(error);
	}
}

function refuse(error: unknown): never {
	throw new Refusal(400, { message: (error as Error).message });
}

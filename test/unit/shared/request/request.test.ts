import { withLogin } from '../../../../nodes/shared/credential/authenticated';
import { send } from '../../../../nodes/shared/request/request';
import type { Call } from '../../../../nodes/shared/request/call';
import { json } from '../../support/execution';
import type { Setting } from '../../support/execution';
import { failureOf } from '../../support/failure';
import { itemOf } from '../../support/item';

const post: Call = { method: 'POST', path: '/OTP', body: { code: '00' }, timeout: 4321 };
const itemWith = async (respond: Setting['respond'], more: Setting = {}) =>
	await itemOf({ respond, ...more });

describe('the request', () => {
	it('is passed to n8n with the limits for redirects and time', async () => {
		const { item, run, sent, context } = await itemWith(() => json({ ok: 1 }));
		await send(run, item, { ...post, qs: { page: 2 } });
		expect(sent).toEqual([
			{
				credentialType: 'testApi',
				options: {
					method: 'POST',
					url: 'https://api.example.com/v1/OTP',
					qs: { page: 2 },
					headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
					body: '{"code":"00"}',
					encoding: 'arraybuffer',
					returnFullResponse: true,
					ignoreHttpStatusErrors: true,
					disableFollowRedirect: true,
					timeout: 4321,
				},
				credential: item.credential,
			},
		]);
		expect(context).toBe(run.context);
	});

	it('has no body and no Content-Type without one', async () => {
		const { item, run, sent } = await itemWith(() => json([]));
		await send(run, item, { method: 'GET', path: '/list', timeout: 1 });
		expect(sent[0].options).toMatchObject({
			method: 'GET',
			headers: { Accept: 'application/json' },
		});
		expect(sent[0].options.headers).not.toHaveProperty('Content-Type');
		expect([sent[0].options.body, sent[0].options.qs]).toEqual([undefined, undefined]);
	});

	it('has its own copy of the credential, into which n8n may write', async () => {
		const { item, run, sent } = await itemWith((request) => {
			request.credential.accessToken = 'new';
			return json({});
		});
		await send(run, item, post);
		await send(run, { ...item, index: 1 }, post);
		expect(sent[0].credential).not.toBe(sent[1].credential);
		expect(item.credential).not.toHaveProperty('accessToken');
	});

	it('is not sent if Base URL is not valid', async () => {
		const { item, run, sent } = await itemWith(() => json({}), {
			credential: { baseUrl: 'http://a.b' },
		});
		const { message } = await failureOf(async () => await send(run, item, post));
		expect(message).toBe('Base URL in the credential does not start with https://');
		expect(sent).toEqual([]);
	});

	it('is not sent if the run has stopped', async () => {
		const { item, run, sent } = await itemWith(() => json({}));
		run.stop();
		const { message } = await failureOf(async () => await send(run, item, post));
		expect(message).toBe('The run was stopped before this item was sent');
		expect(sent).toEqual([]);
	});
});

describe('the answer', () => {
	it.each([200, 302, 400, 500])('is returned with any status: %j', async (status) => {
		const { item, run } = await itemWith(() => json({ a: 1 }, status, { 'X-Id': '5' }));
		expect(await send(run, item, post)).toEqual({
			status,
			headers: { 'x-id': '5' },
			body: { a: 1 },
			bodyKind: 'JSON',
			secrets: ['secret', 'OnNlY3JldA=='],
		});
	});
});

describe('a request without an answer', () => {
	const throwing = (thrown: object) => () => {
		throw Object.assign(new Error('secret'), thrown);
	};

	it('includes a 2xx whose body broke off', async () => {
		const response = { status: 200, headers: {} };
		const { item, run } = await itemWith(throwing({ cause: { code: 'ECONNRESET', response } }));
		expect(await failureOf(async () => await send(run, item, post))).toMatchObject({
			message: 'The connection to Provider broke off before the answer came',
			outcome: 'unknown',
		});
	});

	it('was not sent if n8n gave up before it authenticated', async () => {
		const { item, run } = await itemWith(throwing({}));
		expect(await failureOf(async () => await send(run, item, post))).toMatchObject({
			message: 'n8n could not send the request to Provider',
			outcome: 'notSent',
		});
	});

	it('may have been sent if n8n gave up later', async () => {
		const { item, run } = await itemWith((request) => {
			withLogin(request.credential, request.options, {});
			return throwing({})();
		});
		const { outcome } = await failureOf(async () => await send(run, item, post));
		expect(outcome).toBe('unknown');
	});

	it('fails its item with its own message', async () => {
		const { item, run } = await itemWith(throwing({ cause: { code: 'ECONNRESET' } }));
		expect(await failureOf(async () => await send(run, { ...item, index: 3 }, post))).toEqual({
			kind: 'api',
			message: 'The connection to Provider broke off before the answer came',
			description: expect.stringContaining('Whether it was carried out is unknown.'),
			outcome: 'unknown',
			itemIndex: 3,
			status: null,
		});
	});

	it('names the host that could not be reached', async () => {
		const { item, run } = await itemWith(throwing({ code: 'EHOSTUNREACH' }));
		expect((await failureOf(async () => await send(run, item, post))).message).toBe(
			'Provider could not be reached: there is no way to api.example.com',
		);
	});

	it('reports that the user cancelled meanwhile', async () => {
		const cancelling = new AbortController();
		const respond = () => {
			cancelling.abort();
			return throwing({ code: 'ERR_CANCELED' })();
		};
		const { item, run } = await itemWith(respond, { cancel: cancelling.signal });
		expect(await failureOf(async () => await send(run, item, post))).toMatchObject({
			message: 'The run was cancelled while Provider was answering',
			outcome: 'unknown',
		});
	});

	it('is not waited for if the user cancelled during the login', async () => {
		const cancelling = new AbortController();
		const respond = async () => {
			setImmediate(() => cancelling.abort());
			return await new Promise<never>(() => {});
		};
		const { item, run } = await itemWith(respond, { cancel: cancelling.signal });
		await expect(send(run, item, post)).rejects.toThrow(
			'The run was stopped before this item was sent',
		);
	});

	it('is waited for if the user cancelled after the login', async () => {
		const cancelling = new AbortController();
		const respond: Setting['respond'] = async ({ credential, options }) => {
			withLogin(credential, options, {});
			await new Promise((resolve) => setImmediate(resolve));
			cancelling.abort();
			await new Promise((resolve) => setImmediate(resolve));
			return json({ ok: 1 });
		};
		const { item, run } = await itemWith(respond, { cancel: cancelling.signal });
		expect((await send(run, item, post)).body).toEqual({ ok: 1 });
	});
});

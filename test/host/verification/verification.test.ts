import { setTimeout as delay } from 'node:timers/promises';

import { account as ants } from '../../providers/Ants/sandbox';
import { eventually } from '../flows/support/wait';
import { outputOf } from '../n8nClient';
import { TRIGGER, TriggerInN8n } from './triggerInN8n';
import type { PublishedTrigger } from './triggerInN8n';

let n8n: TriggerInN8n;

beforeAll(async () => {
	n8n = await TriggerInN8n.open();
});
afterAll(async () => await n8n?.close());

const BY_CALL = { provider: 'antBuddy' };

async function ended(trigger: PublishedTrigger, count = 1) {
	const executions = await eventually(
		async () => {
			const all = await trigger.executions();
			return all.length >= count && all.every(({ status }) => status === 'success')
				? all
				: undefined;
		},
		`${count} executions of ${trigger.workflow.name}`,
		20_000,
	);
	return executions;
}

it('verifies a number on its page, and starts the workflow with it', async () => {
	const trigger = await n8n.publish('page', { ...BY_CALL, language: 'vi' });
	const page = await trigger.open('?reference=order%207');
	expect(page.status).toBe(200);
	expect(page.data).toContain('<html lang="vi">');
	expect(page.headers['content-security-policy']).toContain("default-src 'none'");
	const hidden = (html: string) =>
		Object.fromEntries(
			[...html.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
		);
	const { request, reference } = hidden(page.data);
	const code = await trigger.submit({
		request,
		reference,
		action: 'send',
		phoneNumber: '0919 273 001',
	});
	expect([code.status, hidden(code.data).reference]).toEqual([200, 'order 7']);
	const { challenge, request: second } = hidden(code.data);
	const done = await trigger.submit({
		...{ request: second, challenge, action: 'check' },
		code: trigger.codeFor('919273001'),
	});
	expect([done.status, done.headers['x-content-type-options']]).toEqual([200, 'nosniff']);
	const [{ id }] = await ended(trigger);
	const execution = await n8n.host.client.executions.get(id);
	expect(outputOf(execution, TRIGGER)).toEqual([
		{
			...{ phoneNumber: '+84919273001', verified: true, reason: 'match', attempts: 1 },
			...{ reference: 'order 7', verifiedAt: expect.any(String) as string, channel: 'call' },
		},
	]);
	expect(JSON.stringify(execution)).not.toContain(trigger.codeFor('919273001'));
});

it('answers HEAD, and leaves OPTIONS and other methods to n8n', async () => {
	const trigger = await n8n.publish('methods', BY_CALL);
	const head = await trigger.request('HEAD');
	expect([head.status, head.data]).toEqual([200, '']);
	expect(head.headers['content-type']).toBe('text/html; charset=utf-8');
	expect((await trigger.request('OPTIONS', { Origin: 'https://a.example' })).status).toBe(204);
	expect((await trigger.request('PUT')).status).toBe(404);
	await delay(500);
	expect(await trigger.executions()).toEqual([]);
});

it('answers with the result of the workflow, or redirects', async () => {
	const result = await n8n.publish('result', { ...BY_CALL, respond: 'workflowResult' });
	const { data } = await result.ask({ phoneNumber: '0919 273 002' });
	expect(Object.keys(data)).toEqual(['challenge', 'expiresAt', 'codeLength']);
	const answer = await result.ask({ ...data, code: result.codeFor('919273002') });
	expect(answer.data).toMatchObject({ phoneNumber: '+84919273002', verified: true });
	expect(answer.headers['x-content-type-options']).toBe('nosniff');
	const url = 'https://example.com/welcome';
	const next = await n8n.publish('next', { ...BY_CALL, respond: 'redirect', redirectUrl: url });
	const sent = await next.ask({ phoneNumber: '0919 273 003' });
	const code = next.codeFor('919273003');
	const { challenge } = sent.data as Record<string, string>;
	const done = await next.submit({ action: 'check', challenge, code, request: 'r' });
	expect([done.status, done.headers.location]).toEqual([303, url]);
	await ended(next);
});

it('verifies a texted code with its provider, and calls with the fallback provider', async () => {
	const trigger = await n8n.publish('text', {
		...{ provider: 'ants', otcId: ants.otcId },
		...{ fallbackProvider: 'cmVoice', caller: '+31 20 123 4567', options: { coolDown: 0 } },
	});
	const sent = await trigger.ask({ phoneNumber: '081 234 5601' });
	expect(sent.data).toMatchObject({ codeLength: null });
	const challenge = sent.data.challenge as string;
	const wrong = await trigger.ask({ challenge, code: '00000' });
	expect(wrong.data).toMatchObject({ reason: 'mismatch', attemptsLeft: 2 });
	const called = await trigger.ask({ challenge, other: true });
	const code = trigger.codeFor('812345601');
	const right = await trigger.ask({ challenge: called.data.challenge, code });
	expect(right.data).toMatchObject({ verified: true });
	const [{ id }] = await ended(trigger);
	const execution = await n8n.host.client.executions.get(id);
	expect(outputOf(execution, TRIGGER)).toMatchObject([{ channel: 'call' }]);
});

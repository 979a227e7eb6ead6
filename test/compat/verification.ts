import type { IDataObject, INode } from 'n8n-workflow';

import { anotherCode, type FlowTest } from '../host/flows/support/flowTest';
import { eventually } from '../host/flows/support/wait';
import { type Execution, outputOf, type StoredWorkflow } from '../host/n8nClient';
import { startN8n } from '../host/n8nServer';
import { TRIGGER, TriggerInN8n } from '../host/verification/triggerInN8n';
import type { MeasuredN8n } from './versions';

const BY_CALL = { provider: 'antBuddy' };
const DIGITS = '919273';

/** The hidden fields of a page. */
const hidden = (page: string) =>
	Object.fromEntries(
		[...page.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
	);

/** Tests that people and apps can verify numbers, and that a restart of n8n resets no limit. Restarts n8n. */
export function verifies(flow: FlowTest, { folder, env, lacksRequest }: MeasuredN8n): void {
	let n8n: TriggerInN8n;

	beforeAll(() => {
		flow.host.sandbox.reset();
		n8n = TriggerInN8n.over(flow.host);
	});

	/** Waits for `count` executions of a workflow, because older n8n versions answer before they store an execution. */
	const ended = async ({ id: workflowId, name }: StoredWorkflow, count = 1): Promise<Execution[]> =>
		await eventually(async () => {
			const { executions } = flow.host.client;
			const all = await executions.list({ workflowId });
			if (all.length < count) return undefined;
			return await Promise.all(all.map(async ({ id }) => await executions.waitFor(id)));
		}, `${count} executions of ${name}`);
	const restart = async () => {
		const { n8n: running, userFolder } = flow.host;
		const { port, stop } = running;
		await stop();
		Object.assign(running, await startN8n({ userFolder, n8nFolder: folder, env, port }));
	};

	it('is not published without a credential', async () => {
		const { workflows } = flow.host.client;
		const node: INode = {
			...{ id: 'trigger', name: TRIGGER, webhookId: 'without-credential', position: [0, 0] },
			...{ type: 'n8n-nodes-voice-sms-otp.phoneVerificationTrigger', typeVersion: 1 },
			parameters: BY_CALL,
		};
		const name = 'Without a credential';
		const stored = await workflows.create({ name, nodes: [node], connections: {} });
		await expect(workflows.activate(stored)).rejects.toThrow(/credential/i);
		expect(await workflows.activeIds()).not.toContain(stored.id);
	});

	it('leads a person through the page to the verified number', async () => {
		const trigger = await n8n.publish('compat-page', BY_CALL);
		const page = await trigger.open('?reference=order%207');
		const phoneNumber = `0${DIGITS}501`;
		const sent = await trigger.submit({ ...hidden(page.data), action: 'send', phoneNumber });
		const code = trigger.codeFor(`${DIGITS}501`);
		const done = await trigger.submit({ ...hidden(sent.data), action: 'check', code });
		expect([page, sent, done].map(({ status }) => status)).toEqual([200, 200, 200]);
		expect(done.headers['content-security-policy']).toContain("default-src 'none'");
		const [execution] = await ended(trigger.workflow);
		expect(outputOf(execution, TRIGGER)).toEqual([
			{
				...{ phoneNumber: `+84${DIGITS}501`, verified: true, reason: 'match', attempts: 1 },
				...{ reference: 'order 7', verifiedAt: expect.any(String) as string, channel: 'call' },
			},
		]);
	});

	const language = lacksRequest ? 'English, not the' : 'the';
	it(`shows the page in ${language} browser's language, which an expression reads`, async () => {
		const wanted = '={{ $json.headers["accept-language"] }}';
		const trigger = await n8n.publish('compat-language', { ...BY_CALL, language: wanted });
		const { status, data } = await trigger.request('GET', { 'accept-language': 'vi' });
		expect(status).toBe(200);
		expect(data).toContain(`<html lang="${lacksRequest ? 'en' : 'vi'}"`);
	});

	it("answers an app, and its right code with the workflow's result", async () => {
		const parameters = { ...BY_CALL, respond: 'workflowResult' };
		const trigger = await n8n.publish('compat-result', parameters);
		const { data, status } = await trigger.ask({ phoneNumber: `0${DIGITS}502` });
		expect([status, Object.keys(data)]).toEqual([200, ['challenge', 'expiresAt', 'codeLength']]);
		const again = await trigger.ask({ phoneNumber: `0${DIGITS}502` });
		expect([again.status, again.data]).toEqual([429, { reason: 'coolDown' }]);
		expect(Number(again.headers['retry-after'])).toBeGreaterThan(0);
		const { challenge } = data;
		const code = trigger.codeFor(`${DIGITS}502`);
		const wrong = await trigger.ask({ challenge, code: anotherCode(code) });
		expect(wrong.data).toEqual({ verified: false, reason: 'mismatch', attemptsLeft: 2 });
		const right = await trigger.ask({ challenge, code });
		expect(right.data).toMatchObject({ phoneNumber: `+84${DIGITS}502`, attempts: 2 });
		expect(right.headers['x-content-type-options']).toBe('nosniff');
	});

	it('starts the workflow at Not Verified when all attempts are used up', async () => {
		const parameters = { ...BY_CALL, notVerifiedOutput: true };
		const trigger = await n8n.publish('compat-not-verified', parameters);
		const { status, data } = await trigger.ask({ phoneNumber: `0${DIGITS}503` });
		expect([status, data]).toEqual([200, expect.anything()]);
		const { challenge } = data;
		const code = anotherCode(trigger.codeFor(`${DIGITS}503`));
		for (let attempt = 0; attempt < 3; attempt++) await trigger.ask({ challenge, code });
		const [execution] = await ended(trigger.workflow);
		const outputs = [0, 1].map((at) => outputOf(execution, TRIGGER, at));
		expect(outputs).toMatchObject([[], [{ verified: false, reason: 'tooManyAttempts' }]]);
	});

	it('still knows after a restart what was verified, tried and sent', async () => {
		const trigger = await n8n.publish('compat-restart', BY_CALL);
		const send = async (digits: string) => {
			const { data } = await trigger.ask({ phoneNumber: `0${digits}` });
			const code = trigger.codeFor(digits);
			return { right: { challenge: data.challenge, code }, code };
		};
		const reasonOf = async (body: IDataObject) => (await trigger.ask(body)).data.reason;
		const verified = await send(`${DIGITS}504`);
		expect(await reasonOf(verified.right)).toBe('match');
		const tried = await send(`${DIGITS}505`);
		const wrong = { ...tried.right, code: anotherCode(tried.code) };
		for (let attempt = 0; attempt < 2; attempt++) await trigger.ask(wrong);
		await ended(trigger.workflow);
		await restart();
		expect(await reasonOf(verified.right)).toBe('alreadyVerified');
		expect(await reasonOf({ phoneNumber: `0${DIGITS}505` })).toBe('coolDown');
		expect((await trigger.ask(wrong)).data).toMatchObject({ reason: 'mismatch', attemptsLeft: 0 });
		expect(await reasonOf(tried.right)).toBe('tooManyAttempts');
		expect(await ended(trigger.workflow)).toHaveLength(1);
	});
}

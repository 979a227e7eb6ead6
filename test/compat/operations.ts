import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { FlowTest } from '../host/flows/support/flowTest';
import { anotherCode } from '../host/flows/support/flowTest';
import { errorOf, outputOf } from '../host/n8nClient';
import {
	antBuddyCreate,
	antBuddyGetAll,
	antsRequest,
	antsResend,
	cmCreate,
	type OperationCase,
	THAILAND,
	VIETNAM,
} from '../support/operations';
import { NODE, NodeWorkflow } from './nodeWorkflow';

type Run = Pick<OperationCase, 'type' | 'parameters'>;

/** Tests the eight operations, each in a workflow of its own. */
export function runsOperations(flow: FlowTest): void {
	const nodeWorkflow = new NodeWorkflow(flow);

	beforeEach(() => flow.host.sandbox.reset());

	const run = async (operation: Run, more: INodeParameters = {}): Promise<IDataObject[]> => {
		const execution = await nodeWorkflow.run(operation.type, { ...operation.parameters, ...more });
		expect([execution.status, errorOf(execution)?.message]).toEqual(['success', undefined]);
		return outputOf(execution, NODE);
	};
	const received = () => flow.host.sandbox.state.inbox;
	const accepted = () => flow.host.sandbox.state.counters.accepted.total;
	const check = async (type: Run['type'], challenge: unknown, code: string) => {
		const parameters = { resource: 'code', operation: 'verify', code };
		return await run({ type, parameters }, { challenge: challenge as string });
	};

	it('runs AntBuddy Call: Create', async () => {
		const output = await run(antBuddyCreate);
		expect(output).toEqual([
			expect.objectContaining({
				phoneNumber: VIETNAM,
				challenge: expect.stringMatching(/^1\./),
				expiresAt: expect.stringMatching(/^\d{4}-.*Z$/),
				codeLength: 6,
			}),
		]);
		const [{ to, code }, ...others] = received();
		expect([to, others, accepted()]).toEqual(['0919273027', [], 1]);
		expect(code).toMatch(/^\d{6}$/);
		expect(JSON.stringify(output)).not.toContain(code);
	});

	it('runs AntBuddy Call: Get Many', async () => {
		await run(antBuddyCreate);
		await run(antBuddyCreate);
		const output = await run(antBuddyGetAll, { returnAll: true });
		expect(output).toHaveLength(2);
		for (const { code } of received()) expect(JSON.stringify(output)).not.toContain(code);
		expect(await run(antBuddyGetAll, { limit: 1 })).toHaveLength(1);
	});

	it('runs AntBuddy Code: Verify', async () => {
		const [{ challenge }] = await run(antBuddyCreate);
		const [{ code }] = received();
		const { type } = antBuddyCreate;
		expect(await check(type, challenge, anotherCode(code))).toEqual([
			{ verified: false, reason: 'mismatch', phoneNumber: VIETNAM, attemptsLeft: 2 },
		]);
		expect(await check(type, challenge, code)).toEqual([
			{ verified: true, reason: 'match', phoneNumber: VIETNAM, attemptsLeft: 2 },
		]);
	});

	it('runs ANTS OTP: Request', async () => {
		const output = await run(antsRequest);
		const [{ to, code }] = received();
		expect(output).toEqual([
			expect.objectContaining({ otpId: expect.any(String), phoneNumber: THAILAND }),
		]);
		expect([to, accepted()]).toEqual(['66812345678', 1]);
		expect(JSON.stringify(output)).not.toContain(code);
	});

	it('runs ANTS OTP: Resend', async () => {
		const [{ otpId }] = await run(antsRequest);
		const [again] = await run(antsResend);
		expect(again.otpId).toEqual(expect.any(String));
		expect(accepted()).toBe(2);
		const [byId] = await run(antsResend, { resendBy: 'otpId', otpId: String(again.otpId) });
		expect(byId.otpId).not.toBe(otpId);
		expect(accepted()).toBe(3);
	});

	it('runs ANTS OTP: Verify', async () => {
		const [{ otpId }] = await run(antsRequest);
		const [{ code }] = received();
		const parameters = { resource: 'otp', operation: 'verify', otpId: String(otpId) };
		const verify = { type: antsRequest.type, parameters };
		expect(await run(verify, { otpCode: anotherCode(code) })).toEqual([
			expect.objectContaining({ verified: false, reason: 'mismatch' }),
		]);
		expect(await run(verify, { otpCode: code })).toEqual([
			expect.objectContaining({ verified: true, reason: 'match', otpId }),
		]);
	});

	it('runs CM.com Call: Create', async () => {
		const output = await run(cmCreate, {
			callees: `${VIETNAM}, ${THAILAND}`,
			prompts: { introPrompt: { type: 'TTS', text: 'Hello.' } },
			voice: { language: 'en-GB', gender: 'Male' },
			options: { maxReplays: 1, instructionId: 'order 1' },
		});
		expect(output.map(({ phoneNumber }) => phoneNumber)).toEqual([VIETNAM, THAILAND]);
		const [{ code, ...call }] = received();
		expect(call).toMatchObject({ kind: 'call', heard: expect.arrayContaining(['Hello.']) });
		expect(accepted()).toBe(2);
		expect(JSON.stringify(output)).not.toContain(code);
	});

	it('runs CM.com Code: Verify', async () => {
		const [{ challenge }] = await run(cmCreate);
		const [{ code }] = received();
		const { type } = cmCreate;
		expect(await check(type, challenge, anotherCode(code))).toMatchObject([{ verified: false }]);
		expect(await check(type, challenge, code)).toMatchObject([
			{ verified: true, reason: 'match', phoneNumber: VIETNAM },
		]);
	});
}

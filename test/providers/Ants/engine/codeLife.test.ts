import { setTimeout as sleep } from 'node:timers/promises';
import { NodeTest } from '../../../support/nodeTest';
import { casesOf } from '../..';
import { provider } from '../provider';

const [requestCase, resendCase, verifyCase] = casesOf(provider);
const test = new NodeTest(requestCase.type, requestCase.parameters);

/** Sends a code; what the phone got, and the id that Request put out. */
async function request() {
	const { output, error } = await test.run();
	expect(error).toBeUndefined();
	return { otpId: output[0].json.otpId as string, code: test.sandbox.state.inbox[0].code };
}

async function verify(otpId: string, otpCode: string) {
	const parameters = { ...verifyCase.parameters, otpId, otpCode };
	const { output, error } = await test.run({ parameters });
	expect(error).toBeUndefined();
	expect(output).toHaveLength(1);
	return output[0].json;
}

const other = (code: string) => code.replace(/\d/, (digit) => `${9 - Number(digit)}`);
const spaced = (code: string) => `${code.slice(0, 2)} ${code.slice(2)}`;

it('answers match once', async () => {
	const { otpId, code } = await request();
	expect(await verify(otpId, code)).toEqual({
		...{ otpId, result: true, isErrorCount: false, isExprCode: false },
		...{ verified: true, reason: 'match' },
	});
	expect(await verify(otpId, code)).toMatchObject({ verified: false, reason: 'alreadyVerified' });
});

it('answers match for a code as people type it', async () => {
	const { otpId, code } = await request();
	expect(await verify(otpId, spaced(code))).toMatchObject({ verified: true, reason: 'match' });
});

it('answers mismatch, then match', async () => {
	const { otpId, code } = await request();
	expect(await verify(otpId, other(code))).toEqual({
		...{ otpId, result: false, isErrorCount: true, isExprCode: false },
		...{ verified: false, reason: 'mismatch' },
	});
	expect(await verify(otpId, code)).toMatchObject({ verified: true });
});

it('answers tooManyAttempts, then refuses even the right code', async () => {
	const { otpId, code } = await request();
	for (let round = 0; round < 3; round++)
		expect(await verify(otpId, other(code))).toMatchObject({ reason: 'mismatch' });
	expect(await verify(otpId, code)).toMatchObject({
		...{ otpId, verified: false, reason: 'tooManyAttempts' },
		status: { code: '0304', message: 'Over Limit Usage' },
	});
});

it('answers expired', async () => {
	test.sandbox.configure({ antsCodeLifetime: 0.01 });
	const { otpId, code } = await request();
	await sleep(20);
	expect(await verify(otpId, code)).toMatchObject({ otpId, verified: false, reason: 'expired' });
});

it('answers notFound', async () => {
	expect(await verify('0c342e74-a9c7-4bbd-8da4-b36a49bbc0d6', '79895')).toMatchObject({
		...{ verified: false, reason: 'notFound' },
		status: { code: '0303', message: 'No Data Available OTP' },
	});
});

it.each(['otcId', 'otpId'])('accepts only the new code after a resend by %s', async (by) => {
	const first = await request();
	const parameters = { ...resendCase.parameters, resendBy: by, otpId: first.otpId };
	const { output, error } = await test.run({ parameters });
	expect(error).toBeUndefined();
	const otpId = output[0].json.otpId as string;
	expect(otpId).not.toBe(first.otpId);
	expect(await verify(first.otpId, first.code)).toMatchObject({ reason: 'notFound' });
	const [{ code }] = test.sandbox.state.inbox;
	expect(await verify(otpId, code)).toMatchObject({ verified: true, reason: 'match' });
});

it('stores neither code of Request and Resend in n8n', async () => {
	const first = await test.run();
	const second = await test.run({ parameters: resendCase.parameters });
	const codes = test.sandbox.state.inbox.map(({ code }) => code);
	expect(codes).toHaveLength(2);
	for (const { stored } of [first, second])
		for (const code of codes)
			expect(stored).not.toMatch(new RegExp(`(?<![\\d-])${code}(?![\\d-])`));
});

it('verifies several people at once, each by their own ID', async () => {
	const people = [await request(), await request(), await request()];
	const { output } = await test.run({
		parameters: {
			...verifyCase.parameters,
			otpId: '={{ $json.otpId }}',
			otpCode: '={{ $json.code }}',
		},
		items: people.map(({ otpId, code }, index) => ({
			otpId,
			code: index === 1 ? other(code) : code,
		})),
	});
	expect(output.map(({ json, pairedItem }) => [json.reason, json.otpId, pairedItem])).toEqual([
		['match', people[0].otpId, { item: 0 }],
		['mismatch', people[1].otpId, { item: 1 }],
		['match', people[2].otpId, { item: 2 }],
	]);
});

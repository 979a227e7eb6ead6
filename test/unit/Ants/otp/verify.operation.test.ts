import type { IDataObject } from 'n8n-workflow';
import { verify } from '../../../../nodes/Ants/otp/verify.operation';
import { ants } from '../../../../nodes/Ants/provider';
import { json } from '../../support/execution';
import type { Respond } from '../../support/execution';
import { failureOf } from '../../support/failure';
import { bodiesOf, execute } from '../../support/operation';

const parameters = { otpId: 'OTP-1', otpCode: '79 89-5' };
const run = async (respond: Respond, more: IDataObject = {}) =>
	await execute(verify, ants, { parameters: { ...parameters, ...more }, respond });
const verdictOn = async (answer: unknown, status = 200) =>
	(await run(() => json(answer, status))).output;

it('sends the code without spaces and dashes', async () => {
	const { sent } = await run(() => json({ result: true }));
	expect(sent.map(({ options }) => [options.method, options.url])).toEqual([
		['POST', 'https://api.example.com/v1/otp/verifyOTP'],
	]);
	const options = { notifyUrl: 'https://example.com/report' };
	const respond = () => json({ result: true });
	expect(await bodiesOf(verify, ants, { ...parameters, options }, respond)).toEqual([
		{ otpId: 'OTP-1', otpCode: '79895', ...options },
	]);
});

describe('an answer about the code', () => {
	it.each([
		[{ result: true, ' isErrorCount': false, isExprCode: false }, 'match'],
		[{ result: 'TRUE' }, 'match'],
		[{ result: false, isErrorCount: false, isExprCode: false }, 'mismatch'],
		[{ result: false, isErrorCount: true, isExprCode: false }, 'mismatch'],
		[{ result: true, isErrorCount: true, isExprCode: false }, 'mismatch'],
		[{ result: 1 }, 'match'],
		[{ result: 'false' }, 'mismatch'],
		[{ result: 0 }, 'mismatch'],
		[{ result: true, isErrorCount: 1 }, 'mismatch'],
		[{ result: false, isErrorCount: true, isExprCode: true }, 'expired'],
		[{ result: true, isErrorCount: false, isExprCode: 'True' }, 'expired'],
	])('reads %j as %s', async (answer, reason) => {
		const output = (await verdictOn({ otpId: 'from ANTS', ...answer })) as IDataObject;
		expect(output).toMatchObject({ otpId: 'OTP-1', verified: reason === 'match', reason });
		expect(output.result).toBe(answer.result);
	});

	it('has trimmed keys, and the requested ID', async () => {
		expect(await verdictOn({ result: true, ' isErrorCount': false })).toEqual({
			otpId: 'OTP-1',
			result: true,
			isErrorCount: false,
			verified: true,
			reason: 'match',
		});
	});

	it.each([
		['0303', 'No Data Available OTP', 'notFound'],
		['0304', 'Over Limit Usage', 'tooManyAttempts'],
		['0305', 'OTP Code Expired', 'expired'],
		['0306', 'OTP Code Confirmed', 'alreadyVerified'],
	])('reads %s %s as %s, for any HTTP status', async (code, message, reason) => {
		for (const status of [200, 400, 500])
			expect(await verdictOn({ error: { message, description: 'More' } }, status)).toEqual({
				otpId: 'OTP-1',
				verified: false,
				reason,
				status: { code, message, description: 'More' },
			});
	});

	it.each(['result', 'error', 'isErrorCount', '0304', 'success', 'a9c7', 'false', 'mismatch'])(
		'reads a mismatch and keeps the ID if %s was typed',
		async (otpCode) => {
			const otpId = '0c342e74-a9c7-4bbd-8da4-b36a49bbc0d6';
			const respond = () =>
				json({ otpId, result: false, ' isErrorCount': true, isExprCode: false });
			expect((await run(respond, { otpId, otpCode })).output).toEqual({
				...{ otpId, result: false, isErrorCount: true, isExprCode: false },
				...{ verified: false, reason: 'mismatch' },
			});
		},
	);

	it('reads a mismatch if the answer repeats a code that is also one of ANTS', async () => {
		const respond = () => json({ result: false, code: '0304', message: '0304' });
		expect((await run(respond, { otpCode: '0304' })).output).toMatchObject({ reason: 'mismatch' });
	});

	it('has the code masked', async () => {
		expect(await verdictOn({ result: false, otpCode: '79895', said: 'not 79895' })).toMatchObject({
			otpCode: '******',
			said: 'not ******',
		});
	});
});

describe('an answer that is not about the code', () => {
	it('is thrown with the message of ANTS', async () => {
		const answer = { error: { message: 'Authentication failed', description: '' } };
		expect(await failureOf(async () => await verdictOn(answer, 401))).toEqual({
			kind: 'api',
			message: 'Authentication failed [9998] (ANTS, HTTP 401)',
			description:
				'Correct Username and Password in the ANTS API credential; n8n tests it when you save.',
			outcome: 'refused',
			itemIndex: 0,
			status: '401',
		});
	});

	it('is thrown with an undocumented message', async () => {
		const failure = await failureOf(async () => await verdictOn({ error: 'Under repair' }));
		expect(failure).toMatchObject({ message: 'Under repair (ANTS, HTTP 200)', outcome: 'refused' });
	});

	it.each([
		{},
		{ otpId: 'x' },
		{ success: { message: 'Success' } },
		[true],
		{ result: null, isExprCode: true },
		{ result: 'untrue' },
		{ result: 'falsely' },
		{ result: 10 },
		{ result: { toString: 1 } },
	])('is thrown if it says neither true nor false: %j', async (answer) => {
		expect(await failureOf(async () => await verdictOn(answer))).toMatchObject({
			message: 'ANTS answered 200 with JSON that does not say whether the code is right',
			outcome: 'unknown',
			status: '200',
		});
	});
});

it('sends nothing if the code is nothing but spaces and dashes', async () => {
	const respond = jest.fn();
	const failure = await failureOf(async () => await run(respond, { otpCode: '- -' }));
	expect(failure.message).toBe('OTP Code holds nothing but spaces and dashes');
	expect(respond).not.toHaveBeenCalled();
});

import type { IDataObject } from 'n8n-workflow';
import { create, trialCodeHint } from '../../../../nodes/AntBuddy/call/create.operation';
import { antBuddy } from '../../../../nodes/AntBuddy/provider';
import { verifyChallenge } from '../../../../nodes/shared/codes/challenge';
import { bodyOf, json } from '../../support/execution';
import type { Respond } from '../../support/execution';
import { failureOf } from '../../support/failure';
import { isShown } from '../../support/hint';
import { bodiesOf, execute } from '../../support/operation';

const credential = {
	username: 'a',
	password: 'b',
	baseUrl: 'https://alice.example.com/rest-api',
};
const phoneNumber = '+84 919 273 027';
const call = async (parameters: IDataObject, respond: Respond = () => json({ id: 7 }, 201)) =>
	await execute(create, antBuddy, {
		parameters: { phoneNumber, codeSource: 'generate', ...parameters },
		credential,
		respond,
	});

it('sends the national number and a generated code, and puts out a challenge for it', async () => {
	const { output, sent } = await call({});
	expect(sent).toHaveLength(1);
	expect([sent[0].options.method, sent[0].options.url]).toEqual([
		'POST',
		'https://alice.example.com/rest-api/voice-otp/',
	]);
	const { otp, ...rest } = bodyOf(sent[0]);
	expect(otp).toMatch(/^\d{6}$/);
	expect(rest).toEqual({ alarm_phonenumber: '0919273027' });
	expect(output).toEqual({
		id: 7,
		phoneNumber: '+84919273027',
		challenge: expect.any(String),
		expiresAt: expect.stringMatching(/^\d{4}-.*Z$/),
		codeLength: 6,
	});
	const { challenge } = output as { challenge: string };
	expect(await verifyChallenge(antBuddy.secretOf(credential), challenge, otp as string)).toEqual({
		reason: 'match',
		phoneNumber: '+84919273027',
	});
});

it('sends an own code unchanged, and the number of repetitions', async () => {
	const parameters = { phoneNumber, codeSource: 'own', code: '00-12', options: { maxRetry: 2 } };
	expect(await bodiesOf(create, antBuddy, parameters)).toEqual([
		{ alarm_phonenumber: '0919273027', otp: '00-12', maxretry: 2 },
	]);
	expect(await bodiesOf(create, antBuddy, { ...parameters, options: { maxRetry: 0 } })).toEqual([
		{ alarm_phonenumber: '0919273027', otp: '00-12', maxretry: 0 },
	]);
});

it('sends no code for a trial code, and puts out no challenge', async () => {
	const { output, sent } = await call({ codeSource: 'provider' }, () => json({ otp: '4711' }));
	expect(sent.map(bodyOf)).toEqual([{ alarm_phonenumber: '0919273027' }]);
	expect(output).toEqual({ otp: '******', phoneNumber: '+84919273027' });
});

it.each([
	['an object', (otp: unknown) => ({ id: 7, otp, said: `Code ${String(otp)}` })],
	['a list', (otp: unknown) => [{ id: 7, otp }, `Code ${String(otp)}`]],
])('masks the code that the answer repeats in %s', async (_, answerFor) => {
	const { output, sent } = await call({}, (request) => json(answerFor(bodyOf(request).otp)));
	const code = bodyOf(sent[0]).otp as string;
	// What the node adds is not from the answer; a challenge and a phone number may hold those digits by chance.
	const { id, otp, said, calls } = output as IDataObject;
	const answered = JSON.stringify({ id, otp, said, calls });
	expect(answered).not.toContain(code);
	expect(answered).toContain('"otp":"******"');
});

it.each([
	['{}', 200],
	['[]', 201],
	['', 200],
	['', 201],
	['', 204],
	['null', 200],
	['OK', 200],
	['Success', 200],
	['Successfully queued', 200],
	['"queued"', 200],
	['{"success":true,"error":null}', 200],
	['{"id":7,"status":"queued","code":"483920"}', 201],
])('accepts %j with HTTP %j: AntBuddy documents no answer', async (body, statusCode) => {
	const { output } = await call({}, () => ({ statusCode, headers: {}, body }));
	expect(output).toMatchObject({ phoneNumber: '+84919273027', codeLength: 6 });
});

it.each([
	['<html>Welcome</html>', 'a web page (HTML) instead of JSON'],
	['{"id":7,', 'JSON that breaks off or is malformed instead of JSON'],
	['Please hold', 'plain text instead of JSON'],
	['The call was not queued', 'plain text instead of JSON'],
])('reports an unknown outcome after %j', async (body, kind) => {
	const respond = () => ({ statusCode: 200, headers: {}, body });
	expect(await failureOf(async () => await call({}, respond))).toMatchObject({
		message: `AntBuddy answered 200 with ${kind}`,
		outcome: 'unknown',
	});
});

it.each([
	[{ success: false, message: 'Not enough credit' }, 'Not enough credit'],
	[{ error: 'x' }, 'x'],
	[{ errors: ['x'] }, 'x'],
	[{ status: 'error' }, '{"status":"error"}'],
	[{ code: 402, message: 'x' }, 'x'],
	[{ ' success': 0, message: 'x' }, 'x'],
])('throws a refusal after 200 with %j', async (body, words) => {
	expect(await failureOf(async () => await call({}, () => json(body)))).toMatchObject({
		message: `${words} (AntBuddy, HTTP 200)`,
		outcome: 'refused',
	});
});

it('accepts an answer that repeats the code beside a message', async () => {
	const respond: Respond = (request) =>
		json({ code: bodyOf(request).otp, message: 'The call is placed' });
	const { output } = await call({ codeSource: 'own', code: '483920' }, respond);
	expect(output).toMatchObject({ code: '******', message: 'The call is placed' });
});

it('puts a list in the answer under calls', async () => {
	const { output } = await call({ codeSource: 'provider' }, () => json([{ id: 1, otp: '1' }, 'x']));
	expect(output).toEqual({
		calls: [{ id: 1, otp: '******' }, { value: 'x' }],
		phoneNumber: '+84919273027',
	});
});

describe('the number', () => {
	it('may be typed without the country code', async () => {
		const bodies = await bodiesOf(create, antBuddy, {
			phoneNumber: '0919 273 027',
			codeSource: 'provider',
		});
		expect(bodies).toEqual([{ alarm_phonenumber: '0919273027' }]);
	});

	it('is refused if it is of another country, which AntBuddy does not call', async () => {
		const respond = jest.fn();
		const failure = await failureOf(
			async () => await call({ phoneNumber: '+66 81 234 5678' }, respond),
		);
		expect(failure).toEqual({
			kind: 'operation',
			message: 'Phone Number “+66812345678” is not a number in Vietnam, where AntBuddy calls',
			description:
				'Enter a number such as 0919 273 027 or +84 919 273 027, or use another provider for this recipient.',
			outcome: 'notSent',
			itemIndex: 0,
		});
		expect(respond).not.toHaveBeenCalled();
	});

	it('is sent as typed with Send Number Unchanged', async () => {
		const options = { sendNumberUnchanged: true };
		const sentFor = async (typed: string) =>
			await bodiesOf(create, antBuddy, { phoneNumber: typed, codeSource: 'provider', options });
		expect(await sentFor('+66 81 234 5678')).toEqual([{ alarm_phonenumber: '+66 81 234 5678' }]);
		expect(await sentFor('1900 1234')).toEqual([{ alarm_phonenumber: '1900 1234' }]);
	});
});

it('shows the warning about a trial code only if one is chosen', () => {
	expect(trialCodeHint).toMatchObject({
		type: 'warning',
		message:
			'A trial code cannot be verified: the output has no challenge. To verify a person, set Code Source to Generate a Code.',
		location: 'outputPane',
	});
	const parameters = { resource: 'call', operation: 'create', codeSource: 'provider' };
	expect(isShown(trialCodeHint, parameters)).toBe(true);
	for (const other of [{ resource: 'code' }, { operation: 'getAll' }, { codeSource: 'own' }])
		expect(isShown(trialCodeHint, { ...parameters, ...other })).toBe(false);
});

import type { IDataObject } from 'n8n-workflow';
import { create } from '../../../../nodes/VoiceOtpAdvanced/call/create.operation';
import { cmVoice } from '../../../../nodes/VoiceOtpAdvanced/provider';
import { verifyChallenge } from '../../../../nodes/shared/codes/challenge';
import { bodyOf, json } from '../../support/execution';
import type { Setting } from '../../support/execution';
import { failureOf } from '../../support/failure';
import { execute } from '../../support/operation';

const credential = { productToken: 'p', baseUrl: 'https://api.example.com/voiceapi/v2' };
const parameters = {
	caller: '+31 20 123 4567',
	callees: '+84 919 273 027',
	codeSource: 'own',
	code: '00-12',
};
const call = async (more: IDataObject = {}, setting: Setting = {}) =>
	await execute(create, cmVoice, {
		credential,
		...setting,
		parameters: { ...parameters, ...more },
	});

it('sends only the required fields for one recipient', async () => {
	const { sent } = await call();
	expect(sent.map(({ options }) => [options.method, options.url])).toEqual([
		['POST', 'https://api.example.com/voiceapi/v2/OTP'],
	]);
	expect(sent.map(bodyOf)).toEqual([
		{ callee: '+84919273027', caller: '+31201234567', code: '00-12', 'code-type': 'Default' },
	]);
});

it('calls several recipients with one request', async () => {
	const respond = () =>
		json([
			{ callee: '+84919273027', 'call-id': 1 },
			{ callee: '+66812345678', 'call-id': 2 },
		]);
	const { output, sent } = await call({ callees: ['+84919273027', '+66812345678'] }, { respond });
	expect(bodyOf(sent[0]).callees).toEqual(['+84919273027', '+66812345678']);
	expect(bodyOf(sent[0])).not.toHaveProperty('callee');
	expect((output as IDataObject[]).map((json) => [json['call-id'], json.phoneNumber])).toEqual([
		[1, '+84919273027'],
		[2, '+66812345678'],
	]);
});

it('puts out the called recipients before those that CM.com left out', async () => {
	const callees = ['+84919273020000', '+66812345678', '+84919273027'];
	const respond = () => json([1, 2].map((id) => ({ callee: callees[id], 'call-id': id })));
	const options = { disableCalleesValidation: true, sendNumberUnchanged: true };
	const { output } = await call({ callees, options }, { respond });
	expect((output as IDataObject[]).map(({ phoneNumber }) => phoneNumber)).toEqual([
		callees[1],
		callees[2],
		callees[0],
	]);
});

it('sends prompts, voice and options', async () => {
	const { sent } = await call({
		codeType: 'TTS',
		prompts: { introPrompt: { text: 'Hello' } },
		voice: { language: 'nl-NL' },
		options: { maxReplays: 2 },
	});
	expect(bodyOf(sent[0])).toMatchObject({
		'code-type': 'TTS',
		'intro-prompt': 'Hello',
		'intro-prompt-type': 'TTS',
		voice: { language: 'nl-NL' },
		'max-replays': 2,
	});
});

it.each([
	['Default', 'Default'],
	['Custom', 'Custom'],
	['', 'Default'],
	[undefined, 'Default'],
])('sends code type %j as %s', async (codeType, expected) => {
	const { sent } = await call({ codeType } as IDataObject);
	expect(bodyOf(sent[0])['code-type']).toBe(expected);
});

it('puts out a challenge for a generated code, but not the code', async () => {
	const respond: Setting['respond'] = (request) =>
		json({ 'call-id': 'x', said: `Code ${String(bodyOf(request).code)}` });
	const { output, sent } = await call({ codeSource: 'generate' }, { respond });
	const [{ challenge, ...rest }] = output as Array<{ challenge: string }>;
	expect(rest).toEqual({
		'call-id': 'x',
		said: 'Code ******',
		phoneNumber: '+84919273027',
		expiresAt: expect.any(String) as string,
		codeLength: 6,
	});
	const code = bodyOf(sent[0]).code as string;
	const verdict = await verifyChallenge(cmVoice.secretOf(credential), challenge, code);
	expect(verdict).toEqual({ reason: 'match', phoneNumber: '+84919273027' });
});

describe('a later try', () => {
	const callees = ['+84919273027', '+66812345678'];
	const partly = () =>
		json([
			{ callee: callees[0], id: 1, success: true },
			{ callee: callees[1], id: 2, success: false, error: 'Busy' },
		]);

	it('calls only recipients that were not called', async () => {
		const kept = {};
		await failureOf(async () => await call({ callees }, { kept, respond: partly }));
		const { output, sent } = await call(
			{ callees },
			{ kept, respond: () => json({ id: 3, success: true }) },
		);
		expect(sent.map((request) => bodyOf(request).callee)).toEqual(['+66812345678']);
		expect((output as IDataObject[]).map(({ id }) => id)).toEqual([1, 3]);
	});

	it('sends nothing if all recipients were called', async () => {
		const kept = {};
		await failureOf(async () => await call({ callees }, { kept, respond: partly }));
		const { output, sent } = await call({ callees: callees[0] }, { kept });
		expect(sent).toEqual([]);
		expect((output as IDataObject[]).map(({ id }) => id)).toEqual([1]);
	});
});

it.each(['constructor', 'toString', '__proto__'])(
	'calls a recipient named %s, which is sent unchanged, once',
	async (callees) => {
		const kept = {};
		const options = { sendNumberUnchanged: true };
		const { output, sent } = await call({ callees, options }, { kept });
		expect(sent.map((request) => bodyOf(request).callee)).toEqual([callees]);
		expect(output).toEqual([expect.objectContaining({ id: 7, phoneNumber: callees })]);
		const again = await call({ callees, options }, { kept });
		expect(again.sent).toEqual([]);
		expect(again.output).toEqual(output);
	},
);

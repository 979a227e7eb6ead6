import { VoiceOtpAdvanced } from '../../../nodes/VoiceOtpAdvanced/VoiceOtpAdvanced.node';
import { ownCodeHint } from '../../../nodes/shared/codes/codeFields';
import { attemptHint } from '../../../nodes/shared/codes/verify.operation';
import { bodyOf, json } from '../support/execution';
import { offered, run } from '../support/nodeType';

const node = new VoiceOtpAdvanced();

it('is the node of design.md, with its credential and its operations', () => {
	expect(node.description).toMatchObject({
		name: 'voiceOtpAdvanced',
		displayName: 'Voice OTP Advanced',
		version: 1,
		inputs: ['main'],
		outputs: ['main'],
		credentials: [{ name: 'cmVoiceApi', required: true }],
	});
	expect(offered(node)).toEqual({ call: ['create'], code: ['verify'] });
});

it('hints at what a user of own codes and of tries should know', () => {
	expect(node.description.hints).toEqual([ownCodeHint, attemptHint]);
});

it('runs the operation for every item, with its own credential', async () => {
	const { outputs, sent } = await run(node, {
		items: 2,
		parameters: {
			resource: 'call',
			operation: 'create',
			codeSource: 'own',
			code: '1234',
			caller: '+31201234567',
		},
		perItem: [{ callees: '+84919273027' }, { callees: '+66812345678' }],
		credential: { baseUrl: 'https://api.example.com', productToken: 'p' },
		respond: (request) => json({ for: bodyOf(request).callee }),
	});
	expect(outputs[0]).toMatchObject([
		{ json: { for: '+84919273027', codeLength: 4 }, pairedItem: { item: 0 } },
		{ json: { for: '+66812345678', codeLength: 4 }, pairedItem: { item: 1 } },
	]);
	expect(sent.map(({ credentialType }) => credentialType)).toEqual(['cmVoiceApi', 'cmVoiceApi']);
});

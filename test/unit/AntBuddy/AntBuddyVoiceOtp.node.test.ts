import { AntBuddyVoiceOtp } from '../../../nodes/AntBuddy/AntBuddyVoiceOtp.node';
import { trialCodeHint } from '../../../nodes/AntBuddy/call/create.operation';
import { ownCodeHint } from '../../../nodes/shared/codes/codeFields';
import { attemptHint } from '../../../nodes/shared/codes/verify.operation';
import { bodyOf } from '../support/execution';
import { offered, run } from '../support/nodeType';

const node = new AntBuddyVoiceOtp();

it('is the node of design.md, with its credential and its operations', () => {
	expect(node.description).toMatchObject({
		name: 'antBuddyVoiceOtp',
		displayName: 'AntBuddy Voice OTP',
		version: 1,
		inputs: ['main'],
		outputs: ['main'],
		credentials: [{ name: 'antBuddyApi', required: true }],
	});
	expect(offered(node)).toEqual({ call: ['create', 'getAll'], code: ['verify'] });
});

it('hints at what a user of own codes, of trial codes and of tries should know', () => {
	expect(node.description.hints).toEqual([ownCodeHint, trialCodeHint, attemptHint]);
});

it('runs the operation for every item, with its own credential', async () => {
	const { outputs, sent } = await run(node, {
		items: 2,
		parameters: { resource: 'call', operation: 'create', codeSource: 'provider' },
		perItem: [{ phoneNumber: '0919273027' }, { phoneNumber: '0919273028' }],
		credential: { baseUrl: 'https://alice.example.com' },
	});
	expect(outputs).toEqual([
		[
			{ json: { phoneNumber: '+84919273027' }, pairedItem: { item: 0 } },
			{ json: { phoneNumber: '+84919273028' }, pairedItem: { item: 1 } },
		],
	]);
	expect(sent.map(({ credentialType }) => credentialType)).toEqual(['antBuddyApi', 'antBuddyApi']);
	expect(sent.map(bodyOf)).toEqual([
		{ alarm_phonenumber: '0919273027' },
		{ alarm_phonenumber: '0919273028' },
	]);
});

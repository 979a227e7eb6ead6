import { NodeConnectionTypes } from 'n8n-workflow';
import type { IExecuteFunctions, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { localAddressHint } from '../shared/callbacks/callbackPanel';
import { ownCodeHint } from '../shared/codes/codeFields';
import { attemptHint, verify } from '../shared/codes/verify.operation';
import { runItems } from '../shared/items/runItems';
import type { NodeParts } from '../shared/items/runItems';
import { numberResource } from '../shared/numbers/check.operation';
import { versionsOf } from '../shared/panel/outputs';
import { subtitleOf, toProperties } from '../shared/panel/properties';
import { testCmVoiceApi } from './credentialTest';
import { create } from './call/create.operation';
import { reached } from './call/recipients';
import { cmVoice } from './provider';

export const parts: NodeParts = {
	provider: cmVoice,
	resources: [
		{ value: 'call', name: 'Call', operations: [create] },
		{ value: 'code', name: 'Code', operations: [verify] },
		numberResource(reached),
	],
};

/** Calls phones through CM.com, reads out a one-time code between your own prompts, and verifies it. */
export class VoiceOtpAdvanced implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Voice OTP Advanced',
		name: 'voiceOtpAdvanced',
		icon: { light: 'file:../../icons/cmVoice.svg', dark: 'file:../../icons/cmVoice.dark.svg' },
		group: ['output'],
		...versionsOf(parts.resources),
		subtitle: subtitleOf(parts.resources),
		description:
			'Call phones worldwide through CM.com and read out a one-time code, then verify it',
		defaults: { name: 'Voice OTP Advanced' },
		usableAsTool: {
			replacements: {
				description:
					'Calls phone numbers worldwide and reads out a one-time code. Call: Create answers with a challenge for each number: keep it, ask the person for the code, and give both to Code: Verify, which answers verified true or false.',
			},
		},
		inputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'cmVoiceApi', required: true, testedBy: 'testCmVoiceApi' }],
		properties: toProperties(parts.resources),
		hints: [ownCodeHint, attemptHint, localAddressHint('callbackUrl', 'Callback URL', 'CM.com')],
	};

	methods = { credentialTest: { testCmVoiceApi } };

	async execute(this: IExecuteFunctions) {
		return await runItems(this, parts);
	}
}

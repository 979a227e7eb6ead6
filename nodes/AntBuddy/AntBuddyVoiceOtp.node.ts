import { NodeConnectionTypes } from 'n8n-workflow';
import type { IExecuteFunctions, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { ownCodeHint } from '../shared/codes/codeFields';
import { attemptHint, verify } from '../shared/codes/verify.operation';
import { runItems } from '../shared/items/runItems';
import type { NodeParts } from '../shared/items/runItems';
import { numberResource } from '../shared/numbers/check.operation';
import { versionsOf } from '../shared/panel/outputs';
import { subtitleOf, toProperties } from '../shared/panel/properties';
import { create, reached, trialCodeHint } from './call/create.operation';
import { getAll } from './call/getAll.operation';
import { testAntBuddyApi } from './login/credentialTest';
import { antBuddy } from './provider';

export const parts: NodeParts = {
	provider: antBuddy,
	resources: [
		{ value: 'call', name: 'Call', operations: [create, getAll] },
		{ value: 'code', name: 'Code', operations: [verify] },
		numberResource(reached),
	],
};

/** Calls a phone through AntBuddy (Vietnam), reads out a one-time code, and verifies it. */
export class AntBuddyVoiceOtp implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'AntBuddy Voice OTP',
		name: 'antBuddyVoiceOtp',
		icon: {
			light: 'file:../../icons/antBuddy.svg',
			dark: 'file:../../icons/antBuddy.dark.svg',
		},
		group: ['output'],
		...versionsOf(parts.resources),
		subtitle: subtitleOf(parts.resources),
		description: 'Call a phone in Vietnam and read out a one-time code, then verify it',
		defaults: { name: 'AntBuddy Voice OTP' },
		usableAsTool: {
			replacements: {
				description:
					'Calls a phone number in Vietnam and reads out a one-time code. Call: Create answers with a challenge: keep it, ask the person for the code, and give both to Code: Verify, which answers verified true or false.',
			},
		},
		inputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'antBuddyApi', required: true, testedBy: 'testAntBuddyApi' }],
		properties: toProperties(parts.resources),
		hints: [ownCodeHint, trialCodeHint, attemptHint],
	};

	methods = { credentialTest: { testAntBuddyApi } };

	async execute(this: IExecuteFunctions) {
		return await runItems(this, parts);
	}
}

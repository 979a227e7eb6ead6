import { NodeConnectionTypes } from 'n8n-workflow';
import type { IExecuteFunctions, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { ownCodeHint } from '../shared/codes/codeFields';
import { attemptHint, verify } from '../shared/codes/verify.operation';
import { runItems } from '../shared/items/runItems';
import type { NodeParts } from '../shared/items/runItems';
import { numberResource } from '../shared/numbers/check.operation';
import { versionsOf } from '../shared/panel/outputs';
import { subtitleOf, toProperties } from '../shared/panel/properties';
import { create, reached } from './call/create.operation';
import { testTemplateVoiceApi } from './credentialTest';
import { templateVoice } from './provider';

// Your operations, each in a file of its own. A provider that checks codes itself has its own Verify, as nodes/Ants has.
export const parts: NodeParts = {
	provider: templateVoice,
	resources: [
		{ value: 'call', name: 'Call', operations: [create] },
		{ value: 'code', name: 'Code', operations: [verify] },
		numberResource(reached),
	],
};

/** Calls a phone through Template Voice, reads out a one-time code, and verifies it. */
export class TemplateVoice implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Template Voice',
		name: 'templateVoice',
		icon: {
			light: 'file:../../icons/templateVoice.svg',
			dark: 'file:../../icons/templateVoice.dark.svg',
		},
		group: ['output'],
		...versionsOf(parts.resources),
		subtitle: subtitleOf(parts.resources),
		description: 'Call a phone through Template Voice and read out a one-time code, then verify it',
		defaults: { name: 'Template Voice' },
		usableAsTool: {
			replacements: {
				description:
					'Calls a phone number and reads out a one-time code. Call: Create answers with a challenge: keep it, ask the person for the code, and give both to Code: Verify, which answers verified true or false.',
			},
		},
		inputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'templateVoiceApi', required: true, testedBy: 'testTemplateVoiceApi' }],
		properties: toProperties(parts.resources),
		hints: [ownCodeHint, attemptHint],
	};

	methods = { credentialTest: { testTemplateVoiceApi } };

	async execute(this: IExecuteFunctions) {
		return await runItems(this, parts);
	}
}

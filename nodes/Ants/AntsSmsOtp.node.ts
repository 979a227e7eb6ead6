import { NodeConnectionTypes } from 'n8n-workflow';
import type { IExecuteFunctions, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { localAddressHint } from '../shared/callbacks/callbackPanel';
import { runItems } from '../shared/items/runItems';
import type { NodeParts } from '../shared/items/runItems';
import { numberResource } from '../shared/numbers/check.operation';
import { versionsOf } from '../shared/panel/outputs';
import { subtitleOf, toProperties } from '../shared/panel/properties';
import { testAntsApi } from './credentialTest';
import { reached, request } from './otp/request.operation';
import { resend, resendHint } from './otp/resend.operation';
import { verify } from './otp/verify.operation';
import { ants } from './provider';

export const parts: NodeParts = {
	provider: ants,
	resources: [
		{ value: 'otp', name: 'OTP', operations: [request, resend, verify] },
		numberResource(reached),
	],
};

/** Sends one-time codes by SMS; ANTS (Thailand) generates and verifies them. */
export class AntsSmsOtp implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'ANTS SMS OTP',
		name: 'antsSmsOtp',
		icon: { light: 'file:../../icons/ants.svg', dark: 'file:../../icons/ants.dark.svg' },
		group: ['output'],
		...versionsOf(parts.resources),
		subtitle: subtitleOf(parts.resources),
		description: 'Text a one-time code by SMS, then verify what the person typed',
		defaults: { name: 'ANTS SMS OTP' },
		usableAsTool: {
			replacements: {
				description:
					'Texts a one-time code to a phone number. OTP: Request answers with an otpId: keep it, ask the person for the code, and give both to OTP: Verify, which answers verified true or false.',
			},
		},
		inputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'antsApi', required: true, testedBy: 'testAntsApi' }],
		properties: toProperties(parts.resources),
		hints: [resendHint, localAddressHint('notifyUrl', 'Notify URL', 'ANTS')],
	};

	methods = { credentialTest: { testAntsApi } };

	async execute(this: IExecuteFunctions) {
		return await runItems(this, parts);
	}
}

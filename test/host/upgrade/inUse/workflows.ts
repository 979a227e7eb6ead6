import type { WorkflowData } from '../../n8nClient';
import {
	chain,
	type Given,
	manually,
	own,
	PACKAGE,
	readInbox,
	recipients,
	send,
	type SendingNode,
} from './steps';

/** A workflow with the operations that the demo's workflows do not use. */
export const otherOperations = (given: Given): WorkflowData =>
	chain('Other operations', [
		manually,
		recipients(['+84 919 273 400']),
		send(given, 'antBuddyVoiceOtp', 'Call'),
		readInbox(given, 'Listen', '$json.phoneNumber.slice(-9)'),
		own(given, 'antBuddyVoiceOtp', 'Verify', {
			...{ resource: 'code', operation: 'verify', code: '={{ $json.code }}' },
			challenge: "={{ $('Call').item.json.challenge }}",
		}),
		own(given, 'antBuddyVoiceOtp', 'List calls', {
			...{ resource: 'call', operation: 'getAll', limit: 1 },
		}),
		{ ...recipients(['+66 81 234 4000']), name: 'Text recipient' },
		send(given, 'antsSmsOtp', 'Text'),
		own(given, 'antsSmsOtp', 'Text again', {
			...{ resource: 'otp', operation: 'resend', resendBy: 'otpId', otpId: '={{ $json.otpId }}' },
		}),
	]);

/** A workflow that sends to a list of numbers, and stops at the first that fails. */
export const bulkSend = (given: Given, type: SendingNode, numbers: string[]): WorkflowData =>
	chain(`Send to a list by ${type}`, [manually, recipients(numbers), send(given, type, 'Send')]);

/** A workflow that verifies a challenge and a code that are posted to it, as a web shop would later. */
export const laterCheck = (given: Given, type: SendingNode): WorkflowData =>
	chain(`Check a code by ${type}`, [
		{
			...{ name: 'Webhook', type: 'n8n-nodes-base.webhook', typeVersion: 2.1 },
			webhookId: `check-${type}`,
			parameters: {
				...{ httpMethod: 'POST', path: `check-${type}`, responseMode: 'lastNode' },
				options: {},
			},
		},
		own(given, type, 'Verify', {
			...{ resource: 'code', operation: 'verify' },
			challenge: '={{ $json.body.challenge }}',
			code: '={{ $json.body.code }}',
		}),
	]);

/** A workflow that sends one code, which {@link laterCheck} verifies later. */
export const sendForLater = (
	given: Given,
	type: SendingNode,
	{ number, expiresIn }: { number: string; expiresIn: number },
): WorkflowData =>
	chain(`A code for later by ${type}`, [
		manually,
		recipients([number]),
		send(given, type, 'Send', { expiresIn }),
	]);

/** A workflow that a provider's report starts. */
export const reports = (type: 'antsSmsOtpTrigger' | 'voiceOtpAdvancedTrigger', token: string) =>
	chain(`Reports to ${type}`, [
		{
			...{ name: 'Report', type: `${PACKAGE}.${type}`, webhookId: `reports-${type}` },
			parameters: { verificationToken: token },
		},
		{ name: 'Use it', type: 'n8n-nodes-base.noOp', parameters: {} },
	]);

import type { INode } from 'n8n-workflow';

import type { StoredCredential, WorkflowData } from '../host/n8nClient';

const PACKAGE = 'n8n-nodes-voice-sms-otp';
const TOKEN = 'k7Qm2Xr9Tt4Vb8Nc5Lw3Zd6Hj1Ps0Gy';

/** The names of the six nodes in the workflow, by which the scenes find them. */
export const panelNodes = {
	antBuddy: 'AntBuddy Voice OTP',
	ants: 'ANTS SMS OTP',
	voiceAdvanced: 'Voice OTP Advanced',
	antsTrigger: 'ANTS SMS OTP Trigger',
	voiceAdvancedTrigger: 'Voice OTP Advanced Trigger',
	verificationTrigger: 'Phone Verification Trigger',
} as const;

/** A workflow with the six nodes, filled in as a user would. */
export function panelsWorkflow(credentials: StoredCredential[], otcId: string): WorkflowData {
	const using = (type: string): INode['credentials'] => {
		const stored = credentials.find((credential) => credential.type === type);
		if (!stored) throw new Error(`There is no credential of the type ${type}`);
		return { [type]: { id: stored.id, name: stored.name } };
	};
	const node = (
		more: Pick<INode, 'id' | 'name' | 'type' | 'position'> & Partial<INode>,
	): INode => ({
		typeVersion: 1,
		parameters: {},
		...more,
	});
	const ours = (type: string) => `${PACKAGE}.${type}`;
	return {
		name: 'One-time codes',
		nodes: [
			node({
				id: 'start',
				name: 'When clicking Execute workflow',
				type: 'n8n-nodes-base.manualTrigger',
				position: [0, 0],
			}),
			node({
				id: 'antBuddy',
				name: panelNodes.antBuddy,
				type: ours('antBuddyVoiceOtp'),
				position: [220, 0],
				credentials: using('antBuddyApi'),
				parameters: { phoneNumber: '0919 273 027', options: { expiresIn: 300, maxRetry: 2 } },
			}),
			node({
				id: 'ants',
				name: panelNodes.ants,
				type: ours('antsSmsOtp'),
				position: [440, 0],
				credentials: using('antsApi'),
				parameters: {
					otcId,
					mobile: '081 234 5678',
					options: { callbackData: 'order 1234' },
				},
			}),
			node({
				id: 'voiceAdvanced',
				name: panelNodes.voiceAdvanced,
				type: ours('voiceOtpAdvanced'),
				position: [660, 0],
				credentials: using('cmVoiceApi'),
				parameters: {
					caller: '+31 20 123 4567',
					callees: '+84 919 273 027, +66 81 234 5678',
					prompts: { introPrompt: { text: 'Hello from the demo shop.', type: 'TTS' } },
					voice: { language: 'en-GB' },
					options: { maxReplays: 2, maxRingingTimeout: 45 },
				},
			}),
			node({
				id: 'antsTrigger',
				name: panelNodes.antsTrigger,
				type: ours('antsSmsOtpTrigger'),
				position: [0, 220],
				webhookId: '0f3a1c52-6b1e-4a55-9d0b-2f7b61c0a9d1',
				parameters: { verificationToken: TOKEN, statuses: ['delivered', 'undelivered'] },
			}),
			node({
				id: 'voiceAdvancedTrigger',
				name: panelNodes.voiceAdvancedTrigger,
				type: ours('voiceOtpAdvancedTrigger'),
				position: [0, 440],
				webhookId: '0f3a1c52-6b1e-4a55-9d0b-2f7b61c0a9d2',
				parameters: { verificationToken: TOKEN, statuses: ['finished', 'notAnswered'] },
			}),
			node({
				id: 'verificationTrigger',
				name: panelNodes.verificationTrigger,
				type: ours('phoneVerificationTrigger'),
				position: [0, 660],
				webhookId: '0f3a1c52-6b1e-4a55-9d0b-2f7b61c0a9d3',
				credentials: using('antBuddyApi'),
				parameters: { options: { maxAttempts: 3, allowedOrigins: '*' } },
			}),
		],
		connections: Object.fromEntries(
			[
				['When clicking Execute workflow', panelNodes.antBuddy],
				[panelNodes.antBuddy, panelNodes.ants],
				[panelNodes.ants, panelNodes.voiceAdvanced],
			].map(([from, to]) => [from, { main: [[{ node: to, type: 'main', index: 0 }]] }]),
		) as WorkflowData['connections'],
	};
}

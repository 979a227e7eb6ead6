import type { INode } from 'n8n-workflow';

import type { StoredCredential, WorkflowData } from '../../n8nClient';

/** The nodes of this package that send, with the credential type and the parameters that they need. */
export const SENDING = {
	antBuddyVoiceOtp: {
		credential: 'antBuddyApi',
		parameters: { resource: 'call', operation: 'create', phoneNumber: '={{ $json.to }}' },
	},
	antsSmsOtp: {
		credential: 'antsApi',
		parameters: { resource: 'otp', operation: 'request', mobile: '={{ $json.to }}' },
	},
	voiceOtpAdvanced: {
		credential: 'cmVoiceApi',
		parameters: {
			...{ resource: 'call', operation: 'create', caller: '+31 20 123 4567' },
			callees: '={{ $json.to }}',
		},
	},
} as const;

/** The type name of a node that sends. */
export type SendingNode = keyof typeof SENDING;

export const TRIGGER = 'When clicking Execute workflow';
export const PACKAGE = 'n8n-nodes-voice-sms-otp';

type Parameters = INode['parameters'];
type Step = Pick<INode, 'name' | 'type' | 'parameters'> & Partial<INode>;

/** The values from which the steps are made. */
export interface Given {
	credentials: StoredCredential[];
	otcId: string;
	sandboxUrl: string;
}

/** A workflow whose steps run one after the other. */
export function chain(name: string, steps: Step[]): WorkflowData {
	const nodes = steps.map((step, at) => ({
		...{ id: `step-${at}`, typeVersion: 1, position: [220 * at, 0] as [number, number] },
		...step,
	}));
	const connections = Object.fromEntries(
		steps
			.slice(1)
			.map((step, at) => [
				steps[at].name,
				{ main: [[{ node: step.name, type: 'main' as const, index: 0 }]] },
			]),
	);
	return { name, nodes, connections };
}

/** The trigger that Execute Workflow starts. */
export const manually: Step = {
	name: TRIGGER,
	type: 'n8n-nodes-base.manualTrigger',
	parameters: {},
};

/** A Code node that outputs an item for each number. */
export const recipients = (numbers: string[]): Step => ({
	name: 'Recipients',
	type: 'n8n-nodes-base.code',
	typeVersion: 2,
	parameters: { jsCode: `return ${JSON.stringify(numbers)}.map((to) => ({ json: { to } }));` },
});

/** A node of this package, with its provider's credential. */
export function own(given: Given, type: SendingNode, name: string, parameters: Parameters): Step {
	const { credential } = SENDING[type];
	const stored = given.credentials.find((candidate) => candidate.type === credential)!;
	return {
		name,
		type: `${PACKAGE}.${type}`,
		parameters,
		credentials: { [credential]: { id: stored.id, name: stored.name } },
	};
}

/** A node that sends to every item's number. */
export const send = (
	given: Given,
	type: SendingNode,
	name: string,
	options: Parameters = {},
): Step =>
	own(given, type, name, {
		...SENDING[type].parameters,
		...(type === 'antsSmsOtp' && { otcId: given.otcId }),
		options,
	});

/** A node that reads the newest inbox entry for the number that an expression gives. */
export const readInbox = ({ sandboxUrl }: Given, name: string, to: string): Step => ({
	name,
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: 4.2,
	parameters: { url: `=${sandboxUrl}/control/inbox?limit=1&to={{ ${to} }}`, options: {} },
});

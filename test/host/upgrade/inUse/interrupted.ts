import { errorOf, outputOf } from '../../n8nClient';
import type { UpgradeHost } from '../upgradeHost';
import { type Given, SENDING, type SendingNode, TRIGGER } from './steps';
import { bulkSend } from './workflows';

const RECIPIENTS = 6;
const SENDERS = Object.keys(SENDING) as SendingNode[];

const PROVIDERS: Record<SendingNode, string> = {
	antBuddyVoiceOtp: 'antBuddy',
	antsSmsOtp: 'ants',
	voiceOtpAdvanced: 'cmVoice',
};

/** An execution that reached all recipients but one, and failed. */
export interface Interrupted {
	type: SendingNode;
	executionId: string;
	/** Their numbers, without country code. */
	recipients: string[];
}

/** Numbers in Vietnam and Thailand, without country code, that nobody else in this test has. */
const numbersFor = (type: SendingNode, round: number): string[] => {
	const start = `${type === 'antsSmsOtp' ? '813' : '9193'}${round}${SENDERS.indexOf(type)}`;
	return Array.from({ length: RECIPIENTS }, (_, at) => `${start}${at}`.padEnd(9, '0'));
};

/** How often each recipient was reached. */
export const reached = ({ sandbox }: UpgradeHost, recipients: string[]): number[] => {
	const counted = Object.entries(sandbox.state.counters.accepted.perRecipient);
	return recipients.map((digits) =>
		counted.filter(([to]) => to.endsWith(digits)).reduce((sum, [, count]) => sum + count, 0),
	);
};

/**
 * Sends to a list by every node; at the last recipient the provider refuses, once.
 *
 * @param round - which of the interruptions this is, one digit
 */
export async function interrupt(
	host: UpgradeHost,
	given: Given,
	round: number,
): Promise<Interrupted[]> {
	const { client, sandbox } = host;
	const interrupted: Interrupted[] = [];
	for (const type of SENDERS) {
		const recipients = numbersFor(type, round);
		const recipient = recipients.at(-1);
		sandbox.addFault({
			match: { provider: PROVIDERS[type], recipient },
			times: 1,
			do: { status: 503, body: {} },
		});
		const country = type === 'antsSmsOtp' ? '+66' : '+84';
		const numbers = recipients.map((digits) => `${country}${digits}`);
		const workflow = await client.workflows.create(bulkSend(given, type, numbers));
		const executionId = await client.workflows.run(workflow.id, TRIGGER);
		const execution = await client.executions.waitFor(executionId);
		expect(errorOf(execution)?.message).toMatch(
			new RegExp(`answered 503 .*item ${RECIPIENTS - 1}`),
		);
		expect(reached(host, recipients)).toEqual([1, 1, 1, 1, 1, 0]);
		interrupted.push({ type, executionId, recipients });
	}
	return interrupted;
}

/** Presses Retry. @returns how often each recipient was reached in all, and how many items were put out */
export async function resume(
	host: UpgradeHost,
	{ executionId, recipients }: Interrupted,
): Promise<{ reached: number[]; items: number }> {
	const { executions } = host.client;
	const execution = await executions.waitFor(await executions.retry(executionId));
	return { reached: reached(host, recipients), items: outputOf(execution, 'Send').length };
}

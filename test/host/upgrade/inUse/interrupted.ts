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
	/** The recipients' numbers, without country code. */
	recipients: string[];
}

/** Numbers in Vietnam or Thailand, without country code, that nothing else in this test uses. */
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
 * Sends to a list with every sending node; the provider refuses the last recipient once.
 *
 * @param round - the number of this interruption, one digit
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

/** Presses Retry. @returns how often each recipient was reached in total, and the number of output items */
export async function resume(
	host: UpgradeHost,
	{ executionId, recipients }: Interrupted,
): Promise<{ reached: number[]; items: number }> {
	const { executions } = host.client;
	const execution = await executions.waitFor(await executions.retry(executionId));
	return { reached: reached(host, recipients), items: outputOf(execution, 'Send').length };
}

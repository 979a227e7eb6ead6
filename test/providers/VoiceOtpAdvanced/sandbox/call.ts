import { spelled } from '../../../sandbox/inbox/entry';
import type { Outcome } from '../../../sandbox/settings';
import type { OtpInstruction } from './fields';

/** The outcomes of a call with the result in the callback; the first is the usual one. */
const RESULTS: Partial<Record<Outcome, { code: number; description: string }>> = {
	finished: { code: 10, description: 'Finished' },
	notAnswered: {
		...{ code: 9, description: 'Cancelled' },
		...{ 'sip-disconnect-code': 487, 'sip-disconnect-reason': 'Request Terminated' },
	},
	failed: {
		...{ code: 11, description: 'Failed' },
		...{ 'sip-disconnect-code': 500, 'sip-disconnect-reason': 'Server Internal Error' },
	},
	rejected: {
		...{ code: 12, description: 'Rejected' },
		...{ 'sip-disconnect-code': 603, 'sip-disconnect-reason': 'Decline' },
	},
};
export const CM_OUTCOMES = Object.keys(RESULTS) as Outcome[];

/** The callback of a finished call; undefined for an outcome that a call cannot have. */
export function finishedCall(
	callId: string,
	instructionId: string | null,
	outcome: Outcome,
): object | undefined {
	const result = RESULTS[outcome];
	return result && { 'call-id': callId, 'instruction-id': instructionId, result };
}

/**
 * What the callee hears, in order. Each replay begins with the code prompt. Without `auto-replay` the replay prompt asks
 * the callee to press 1, which this callee does not do.
 */
export function heardBy(instruction: OtpInstruction): string[] {
	const replays = instruction['max-replays'] ?? 0;
	const reading = [...prompt(instruction, 'code'), spelled(instruction.code)];
	const times = instruction['auto-replay'] ? 1 + replays : 1;
	return [
		...prompt(instruction, 'intro'),
		...Array.from({ length: times }, () => reading).flat(),
		...(times === 1 && replays > 0 ? prompt(instruction, 'replay') : []),
		...prompt(instruction, 'outro'),
	];
}

function prompt(instruction: OtpInstruction, name: 'intro' | 'code' | 'replay' | 'outro') {
	const text = instruction[`${name}-prompt`];
	if (!text) return [];
	const type = instruction[`${name}-prompt-type`];
	if (type === 'File') return [`(audio file ${text})`];
	return [
		type === 'TTS_SSML'
			? text
					.replace(/<[^>]*>/g, ' ')
					.replace(/\s+/g, ' ')
					.trim()
			: text,
	];
}

import { spelled } from '../../../sandbox/inbox/entry';
import type { Outcome } from '../../../sandbox/settings';
import type { OtpInstruction } from './fields';

/** How a call can end, and the result of the callback for it; the first is the usual one. */
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

/** The callback of a finished call; undefined for an outcome a call cannot have. */
export function finishedCall(
	callId: string,
	instructionId: string | null,
	outcome: Outcome,
): object | undefined {
	const result = RESULTS[outcome];
	return result && { 'call-id': callId, 'instruction-id': instructionId, result };
}

/**
 * What the callee hears, in order. The code prompt is played again with each reading; without `auto-replay` the
 * replay prompt asks to press 1, and this callee does not.
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

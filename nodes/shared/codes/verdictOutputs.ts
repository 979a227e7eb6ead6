import type { Outputs } from '../items/operation';

/**
 * The outputs of an operation that verifies a code. Only a right code gets to the first, and only a wrong one that leaves
 * the person another try to the second.
 */
export const verdictOutputs: Outputs = {
	labels: ['Verified', 'Try Again', 'Not Verified'],
	indexOf({ verified, reason, attemptsLeft }) {
		if (verified === true) return 0;
		return reason === 'mismatch' && attemptsLeft !== 0 ? 1 : 2;
	},
};

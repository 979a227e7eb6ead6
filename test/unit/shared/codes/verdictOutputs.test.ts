import { verdictOutputs } from '../../../../nodes/shared/codes/verdictOutputs';

const { labels, indexOf } = verdictOutputs;

it.each([
	['Verified', { verified: true, reason: 'match', attemptsLeft: 0 }],
	['Verified', { verified: true, reason: 'match' }],
	['Try Again', { verified: false, reason: 'mismatch', attemptsLeft: 1 }],
	// ANTS does not say how many tries are left, and a used-up code has a reason of its own.
	['Try Again', { verified: false, reason: 'mismatch' }],
	['Not Verified', { verified: false, reason: 'mismatch', attemptsLeft: 0 }],
	['Not Verified', { verified: false, reason: 'tooManyAttempts', attemptsLeft: 0 }],
	['Not Verified', { verified: false, reason: 'expired', attemptsLeft: 2 }],
	['Not Verified', { verified: false, reason: 'malformed', attemptsLeft: 2 }],
	['Not Verified', { verified: false, reason: 'alreadyVerified' }],
	['Not Verified', { verified: false, reason: 'notFound' }],
	['Not Verified', { verified: 'true', reason: 'match' }],
	['Not Verified', {}],
])('puts at %s: %j', (label, json) => {
	expect(labels[indexOf(json)]).toBe(label);
});

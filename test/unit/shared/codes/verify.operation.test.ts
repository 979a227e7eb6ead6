import { createChallenge } from '../../../../nodes/shared/codes/challenge';
import { attemptHint, verify as operation } from '../../../../nodes/shared/codes/verify.operation';
import { isShown } from '../../support/hint';
import { itemOf } from '../../support/item';

const phoneNumber = '+84919273027';
const inAnHour = Math.floor(Date.now() / 1000) + 3600;
let challenge: string;

beforeAll(async () => {
	challenge = await createChallenge('secret', { phoneNumber, expiry: inAnHour, code: '012345' });
});

async function verify(parameters: object, runIndex = 0) {
	const { item, sent } = await itemOf({
		parameters: { challenge, code: '012345', ...parameters } as never,
		runIndex,
	});
	const output = await operation.execute(item);
	expect(sent).toEqual([]);
	return output;
}

it.each(['012345', ' 0 1 2-3–4 5 '])('verifies the right code typed as %j', async (code) => {
	expect(await verify({ code })).toEqual({
		verified: true,
		reason: 'match',
		phoneNumber,
		attemptsLeft: 2,
	});
});

it.each(['012346', '12345', '', '0123456', 12_345])('refuses %j', async (code) => {
	expect(await verify({ code })).toEqual({
		verified: false,
		reason: 'mismatch',
		phoneNumber,
		attemptsLeft: 2,
	});
});

it('refuses an expired code', async () => {
	const expired = await createChallenge('secret', { phoneNumber, expiry: 1, code: '012345' });
	expect(await verify({ challenge: expired })).toEqual({
		verified: false,
		reason: 'expired',
		phoneNumber,
		attemptsLeft: 2,
	});
});

it.each(['', 'rubbish', undefined])('returns no number for the challenge %j', async (given) => {
	expect(await verify({ challenge: given })).toEqual({
		verified: false,
		reason: 'malformed',
		phoneNumber: null,
		attemptsLeft: 2,
	});
});

it('reads a challenge with spaces around it', async () => {
	expect(await verify({ challenge: ` ${challenge}\n` })).toMatchObject({ verified: true });
});

describe('verify with attempts', () => {
	it.each([
		[1, 3, 'match', 2],
		[3, 3, 'match', 0],
		[4, 3, 'tooManyAttempts', 0],
		[9, 3, 'tooManyAttempts', 0],
		[1, 1, 'match', 0],
		[2, 1, 'tooManyAttempts', 0],
		['2', '5', 'match', 3],
	])('answers attempt %j of %j with %s', async (attempt, maxAttempts, reason, attemptsLeft) => {
		expect(await verify({ options: { attempt, maxAttempts } })).toEqual({
			verified: reason === 'match',
			reason,
			phoneNumber,
			attemptsLeft,
		});
	});

	it('counts attempts by the run index, up to three, unless the user sets Attempt', async () => {
		const reasons: unknown[] = [];
		for (const round of [0, 1, 2, 3]) reasons.push((await verify({}, round)) as object);
		expect(reasons).toMatchObject([
			{ reason: 'match', attemptsLeft: 2 },
			{ reason: 'match', attemptsLeft: 1 },
			{ reason: 'match', attemptsLeft: 0 },
			{ reason: 'tooManyAttempts', attemptsLeft: 0 },
		]);
		expect(await verify({ options: { attempt: 1 } }, 9)).toMatchObject({ attemptsLeft: 2 });
	});
});

it('shows the hint that tries are counted within one execution only if Attempt is not set', () => {
	expect(attemptHint).toMatchObject({
		type: 'info',
		message:
			'Tries are counted within one execution. Where every try is an execution of its own, set Attempt under Options, or guesses have no limit.',
		whenToDisplay: 'beforeExecution',
		location: 'outputPane',
	});
	const parameters = { resource: 'code', operation: 'verify', options: {} };
	expect(isShown(attemptHint, parameters)).toBe(true);
	expect(isShown(attemptHint, { ...parameters, options: undefined })).toBe(true);
	for (const other of [{ resource: 'call' }, { operation: 'create' }, { options: { attempt: 2 } }])
		expect(isShown(attemptHint, { ...parameters, ...other })).toBe(false);
});

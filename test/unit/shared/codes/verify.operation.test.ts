import { createChallenge } from '../../../../nodes/shared/codes/challenge';
import { attemptHint, verify as operation } from '../../../../nodes/shared/codes/verify.operation';
import { failureOf } from '../../support/failure';
import { isShown } from '../../support/hint';
import { itemOf } from '../../support/item';

const phoneNumber = '+84919273027';
const inAnHour = Math.floor(Date.now() / 1000) + 3600;
let challenge: string;

beforeAll(async () => {
	challenge = await createChallenge('secret', { phoneNumber, expiry: inAnHour, code: '012345' });
});

async function verify(parameters: object, { runIndex = 0, kept = {} } = {}) {
	const { item, sent, notes } = await itemOf({
		parameters: { challenge, code: '012345', ...parameters } as never,
		...{ runIndex, kept },
	});
	const output = await operation.execute(item);
	notes.end();
	expect(sent).toEqual([]);
	return output;
}

it.each(['012345', ' 0 1 2-3–4 5 ', '๐๑๒๓๔๕', '012.345', '012−345', 12_345, '12345'])(
	'verifies the right code typed as %j',
	async (code) => {
		expect(await verify({ code })).toEqual({
			verified: true,
			reason: 'match',
			phoneNumber,
			attemptsLeft: 2,
		});
	},
);

it.each(['012346', '1234', '0123456', 123_450, '0012345'])('refuses %j', async (code) => {
	expect(await verify({ code })).toEqual({
		verified: false,
		reason: 'mismatch',
		phoneNumber,
		attemptsLeft: 2,
	});
});

it('verifies a code of letters in either case', async () => {
	const claim = { phoneNumber, expiry: inAnHour, code: 'K7QX' };
	const ofLetters = await createChallenge('secret', claim);
	expect(await verify({ challenge: ofLetters, code: 'k7 qx' })).toMatchObject({ verified: true });
});

it.each([
	['', 'Code is empty'],
	[{}, 'Code “{}” is not a text'],
	['--', 'Code holds nothing but spaces and dashes'],
])('refuses %j, which is no code', async (code, message) => {
	expect(await failureOf(async () => await verify({ code }))).toMatchObject({ message });
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

	const other = async () =>
		await createChallenge('secret', { phoneNumber, expiry: inAnHour, code: '012345' });
	const ofLoop = { attempt: '={{ $runIndex + 1 }}' };

	it.each([{}, { options: ofLoop }])(
		'counts up to three for each challenge, with %j',
		async (set) => {
			const kept = {};
			const reasons: unknown[] = [];
			for (const runIndex of [0, 0, 1, 1]) reasons.push(await verify(set, { runIndex, kept }));
			expect(reasons).toMatchObject([
				{ reason: 'match', attemptsLeft: 2 },
				{ reason: 'match', attemptsLeft: 1 },
				{ reason: 'match', attemptsLeft: 0 },
				{ reason: 'tooManyAttempts', verified: false, phoneNumber, attemptsLeft: 0 },
			]);
			const anew = await verify({ ...set, challenge: await other() }, { runIndex: 9, kept });
			expect(anew).toMatchObject({ reason: 'match', attemptsLeft: 2 });
		},
	);

	it('verifies six people in a loop, each right at once', async () => {
		const kept = {};
		for (let runIndex = 0; runIndex < 6; runIndex++)
			expect(await verify({ challenge: await other() }, { runIndex, kept })).toMatchObject({
				reason: 'match',
			});
	});

	it('uses the attempt that the user set, and counts nothing then', async () => {
		const kept = {};
		for (let guess = 0; guess < 5; guess++)
			expect(await verify({ options: { attempt: 1 } }, { runIndex: 9, kept })).toMatchObject({
				attemptsLeft: 2,
			});
		expect(kept).toEqual({});
	});

	it('counts nothing for a challenge that is not genuine, and lets a loop end', async () => {
		const kept = {};
		for (const [runIndex, attemptsLeft] of [2, 1, 0, 0, 0].entries())
			expect(await verify({ challenge: 'rubbish' }, { runIndex, kept })).toMatchObject({
				reason: 'malformed',
				attemptsLeft,
			});
		expect(kept).toEqual({});
	});

	it('refuses an expression in Attempt that yields nothing', async () => {
		const { item } = await itemOf({
			parameters: { challenge, code: '012345' },
			node: { parameters: { options: { attempt: '={{ $json.tries }}' } } },
		});
		expect(await failureOf(async () => await operation.execute(item))).toMatchObject({
			message: 'Attempt is empty',
			description:
				'Check the expression in Attempt, or remove the option: attempts are then counted for each challenge.',
			outcome: 'notSent',
		});
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

import { expectRefusedInput } from '../../support/refusedInput';
import { verdict, VerifyTest, VERIFYING } from './verifyTest';

describe.each(VERIFYING)('Code: Verify of $node', (provider) => {
	const test = new VerifyTest(provider);

	it.each([
		'123456',
		'123 456',
		'1-2-3-4-5-6',
		' 123–456 ',
		'123\u00a0456',
		'\u200e123456',
		123456,
	])('accepts %p', async (code) => {
		expect(await test.verify(await test.challengeFor({}), code)).toEqual(verdict('match'));
	});

	it.each(['123457', '12345', '1234567', '', '   ', '---', '0123456', 'x'.repeat(10_000), 123457])(
		'does not accept %p',
		async (code) => {
			expect(await test.verify(await test.challengeFor({}), code)).toEqual(verdict('mismatch'));
		},
	);

	it.each([null, undefined, true, {}, [], { code: '123456' }, 123456.5])(
		'does not accept what is no code: %p',
		async (code) => {
			expect(await test.verify(await test.challengeFor({}), code)).toEqual(verdict('mismatch'));
		},
	);

	it('keeps leading zeros apart', async () => {
		const challenge = await test.challengeFor({ code: '000123' });
		expect(await test.verify(challenge, '000123')).toEqual(verdict('match'));
		expect(await test.verify(challenge, '123')).toEqual(verdict('mismatch'));
	});

	it.each([
		[1, 3, 'match', 2],
		[2, 3, 'match', 1],
		[3, 3, 'match', 0],
		[4, 3, 'tooManyAttempts', 0],
		[100, 3, 'tooManyAttempts', 0],
		[1, 1, 'match', 0],
		[2, 1, 'tooManyAttempts', 0],
		['5', '5', 'match', 0],
	])('at attempt %p of %p answers %s', async (attempt, maxAttempts, reason, left) => {
		const options = { attempt, maxAttempts };
		expect(await test.verify(await test.challengeFor({}), '123456', options)).toEqual(
			verdict(reason, left),
		);
	});

	it('counts the rounds of a loop where no attempt is given, and three are the default', async () => {
		const challenge = await test.challengeFor({});
		expect(await test.verify(challenge, '123456')).toEqual(verdict('match', 2));
		const option = { attempt: '={{ $runIndex + 1 }}' };
		expect(await test.verify(challenge, '123456', option)).toEqual(verdict('match', 2));
		expect(await test.verify(challenge, '123456', { attempt: 4 })).toEqual(
			verdict('tooManyAttempts', 0),
		);
	});

	it.each(['attempt', 'maxAttempts'])('wants a whole number of 1 or more as %s', async (option) => {
		const items = [{ challenge: await test.challengeFor({}), code: '123456' }];
		for (const value of [0, -1, 1.5, 'many', true, [1]]) {
			const options = { [option]: value } as never;
			const result = await test.run({ parameters: { options }, items });
			const name = option === 'attempt' ? 'Attempt' : 'Max Attempts';
			expectRefusedInput(test, result, `${name} is “`, 'not a whole number of 1 or more');
		}
	});
});

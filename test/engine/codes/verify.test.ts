import { expectRefusedInput } from '../../support/refusedInput';
import { verdict, VerifyTest, VERIFYING } from './verifyTest';

describe.each(VERIFYING)('Code: Verify of $node', (provider) => {
	const test = new VerifyTest(provider);

	it.each(['012345', '０１２３４５', '๐๑๒๓๔๕', '٠١٢٣٤٥', '012 345', '012.345', '012−345', 12345])(
		'accepts %p for 012345',
		async (code) => {
			const challenge = await test.challengeFor({ code: '012345' });
			expect(await test.verify(challenge, code)).toEqual(verdict('match'));
		},
	);

	it('accepts letters in either case', async () => {
		const challenge = await test.challengeFor({ code: 'K7QX' });
		expect(await test.verify(challenge, 'k7qx')).toEqual(verdict('match'));
	});

	it.each(['123457', '12345', '1234567', '0123456', 123457])('does not accept %p', async (code) => {
		expect(await test.verify(await test.challengeFor({}), code)).toEqual(verdict('mismatch'));
	});

	it.each([
		['', 'is empty'],
		[null, 'is empty'],
		['---', 'holds nothing but spaces and dashes'],
		[{}, '“{}” is not a text'],
		[123456.5, '“123456.5” is not a text'],
		['x'.repeat(10_000), 'is 10000 characters long; at most 64 are possible'],
	])('refuses %p, which is no code', async (code, words) => {
		const items = [{ challenge: await test.challengeFor({}), code }];
		expectRefusedInput(test, await test.run({ items }), `Code ${words}`, '');
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

	it('counts the tries of each challenge, three by default, also as items of one run', async () => {
		const [first, second] = [await test.challengeFor({}), await test.challengeFor({})];
		const guesses = Array.from({ length: 2_000 }, (_, guess) => String(guess).padStart(6, '0'));
		const items = [...guesses, '123456'].map((code) => ({ challenge: first, code }));
		const { output } = await test.run({ items: [...items, { challenge: second, code: '123456' }] });
		const reasons = output.map(({ json }) => json.reason);
		expect(reasons.slice(0, 4)).toEqual(['mismatch', 'mismatch', 'mismatch', 'tooManyAttempts']);
		expect(reasons.filter((reason) => reason === 'mismatch')).toHaveLength(3);
		expect(reasons.at(-2)).toBe('tooManyAttempts');
		expect(reasons.at(-1)).toBe('match');
	});

	it('counts where Attempt has its first value, and goes by any other', async () => {
		const challenge = await test.challengeFor({});
		const items = Array.from({ length: 4 }, () => ({ challenge, code: '123456' }));
		const reasonsWith = async (attempt: unknown) => {
			const { output } = await test.run({ parameters: { options: { attempt } } as never, items });
			return output.map(({ json }) => json.reason);
		};
		const counted = ['match', 'match', 'match', 'tooManyAttempts'];
		expect(await reasonsWith('={{ $runIndex + 1 }}')).toEqual(counted);
		expect(await reasonsWith(1)).toEqual(Array(4).fill('match'));
		expect(await reasonsWith('={{ $itemIndex + 3 }}')).toEqual([
			'match',
			...Array(3).fill('tooManyAttempts'),
		]);
	});

	it('refuses an expression in Attempt that yields nothing', async () => {
		const items = [{ challenge: await test.challengeFor({}), code: '123456' }];
		const parameters = { options: { attempt: '={{ $json.tries }}' } };
		expectRefusedInput(test, await test.run({ parameters, items }), 'Attempt is empty', '');
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

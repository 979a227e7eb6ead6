import { countAttempt } from '../../../../nodes/shared/codes/attempts';

it('counts for each challenge', () => {
	const context = {};
	const counts = ['a', 'b', 'a', 'a', 'b'].map((challenge) => countAttempt(context, challenge));
	expect(counts).toEqual([1, 1, 2, 3, 2]);
});

it('keeps a digest, not the challenge', () => {
	const context = {};
	countAttempt(context, '1.challenge.tags');
	expect(JSON.stringify(context)).toMatch(/^\{"attempts":\{"[\w-]{43}":1\}\}$/);
});

it('drops the count of the challenge that was not tried for the longest', () => {
	const context: { attempts?: object } = {};
	for (let other = 0; other < 1_000; other++) countAttempt(context, `challenge ${other}`);
	expect(countAttempt(context, 'challenge 0')).toBe(2);
	countAttempt(context, 'one more');
	expect(Object.keys(context.attempts!)).toHaveLength(1_000);
	expect(countAttempt(context, 'challenge 0')).toBe(3);
	expect(countAttempt(context, 'challenge 1')).toBe(1);
});

import type { IDataObject } from 'n8n-workflow';
import { createChallenge } from '../../../nodes/shared/codes/challenge';
import { CHALLENGING } from '../../providers';
import { VIETNAM } from '../../providers/samples';
import { NodeTest } from '../../support/nodeTest';
import { expectRefusedInput } from '../../support/refusedInput';

const fromItem = { challenge: '={{ $json.challenge }}', code: '={{ $json.code }}' };

/** The providers whose nodes check codes themselves, by Code: Verify. */
describe.each(CHALLENGING.map(({ provider }) => provider))('Code: Verify of $name', (provider) => {
	const [{ fields }] = provider.credential.logins;
	const test = new NodeTest(provider.node, { resource: 'code', operation: 'verify', ...fromItem });
	afterEach(() => expect(test.requests).toEqual([]));

	/** A challenge for the code 123456, under the key of an account with these login fields. */
	const challengeFor = async (login = fields, phoneNumber = VIETNAM) =>
		await createChallenge(JSON.stringify(Object.values(login)), {
			phoneNumber,
			code: '123456',
			expiry: Math.floor(Date.now() / 1000) + 300,
		});

	it('answers every item in order, each with its own number', async () => {
		const numbers = ['+84919273027', '+66812345678', '+31201234567'];
		const codes = ['123 456', '000000', 123456];
		const items = await Promise.all(
			numbers.map(async (phoneNumber, item) => ({
				challenge: await challengeFor(fields, phoneNumber),
				code: codes[item],
			})),
		);
		const { output } = await test.run({ items });
		expect(output).toEqual(
			['match', 'mismatch', 'match'].map((reason, item) => ({
				json: {
					verified: reason === 'match',
					reason,
					phoneNumber: numbers[item],
					attemptsLeft: 2,
				},
				pairedItem: { item },
			})),
		);
	});

	it('refuses a challenge of another account', async () => {
		for (const field of Object.keys(fields)) {
			const challenge = await challengeFor({ ...fields, [field]: 'another' });
			const { output } = await test.run({ items: [{ challenge, code: '123456' }] });
			expect(output[0].json).toMatchObject({ reason: 'malformed', phoneNumber: null });
		}
	});

	const reasonsOf = async (items: IDataObject[], options: IDataObject = {}) => {
		const { output } = await test.run({ parameters: { options } as never, items });
		return output.map(({ json }) => json.reason);
	};

	it('counts the tries of each challenge, three by default, even as items of one run', async () => {
		const [first, second] = [await challengeFor(), await challengeFor()];
		const guesses = Array.from({ length: 2_000 }, (_, guess) => String(guess).padStart(6, '0'));
		const items = [...guesses, '123456'].map((code) => ({ challenge: first, code }));
		const reasons = await reasonsOf([...items, { challenge: second, code: '123456' }]);
		expect(reasons.slice(0, 4)).toEqual(['mismatch', 'mismatch', 'mismatch', 'tooManyAttempts']);
		expect(reasons.filter((reason) => reason === 'mismatch')).toHaveLength(3);
		expect(reasons.slice(-2)).toEqual(['tooManyAttempts', 'match']);
	});

	it('counts the tries in the runs of a loop', async () => {
		const items = [{ challenge: await challengeFor(), code: '123456' }];
		const { run } = await test.run({ items, rounds: 4 });
		const rounds = run.data.resultData.runData['Node under test'];
		const reasons = rounds.map(({ data }) => data?.main[0]?.[0].json.reason);
		expect(reasons).toEqual(['match', 'match', 'match', 'tooManyAttempts']);
	});

	it('counts the tries if Attempt has its default, and uses any other value', async () => {
		const item = { challenge: await challengeFor(), code: '123456' };
		const items = [item, item, item, item];
		const counted = ['match', 'match', 'match', 'tooManyAttempts'];
		expect(await reasonsOf(items, { attempt: '={{ $runIndex + 1 }}' })).toEqual(counted);
		expect(await reasonsOf(items, { attempt: 1 })).toEqual(Array(4).fill('match'));
		const fromThree = ['match', ...Array<string>(3).fill('tooManyAttempts')];
		expect(await reasonsOf(items, { attempt: '={{ $itemIndex + 3 }}' })).toEqual(fromThree);
	});

	it.each([
		['Code', { code: '={{ $json.missing }}' }],
		['Attempt', { options: { attempt: '={{ $json.missing }}' } }],
	])('refuses an expression in %s that returns nothing', async (name, parameters) => {
		const items = [{ challenge: await challengeFor(), code: '123456' }];
		expectRefusedInput(test, await test.run({ parameters, items }), name, / is empty/);
	});
});

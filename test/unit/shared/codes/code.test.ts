import fc from 'fast-check';
import { verifyChallenge } from '../../../../nodes/shared/codes/challenge';
import { generateCode, issueCode } from '../../../../nodes/shared/codes/code';
import { codeFields, ownCodeHint } from '../../../../nodes/shared/codes/codeFields';
import type { Item } from '../../../../nodes/shared/items/item';
import { failureOf } from '../../support/failure';
import { isShown } from '../../support/hint';
import { itemOf } from '../../support/item';

const issue = (item: Item) => issueCode(item, codeFields('code', 'The code'));
const itemWith = async (parameters: object, options: object = {}) =>
	(await itemOf({ parameters: { ...parameters, options } as never })).item;
const generating = async (options: object = {}) =>
	await itemWith({ codeSource: 'generate' }, options);
const owning = async (code: unknown) => await itemWith({ codeSource: 'own', code });

describe('a generated code', () => {
	it('has exactly the given number of digits', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 64 }), (length) => {
				expect(generateCode(length)).toMatch(new RegExp(`^[0-9]{${length}}$`));
			}),
		);
	});

	it('has each digit at each position about equally often, leading zeros too', () => {
		const codes = Array.from({ length: 5000 }, () => generateCode(4));
		for (let place = 0; place < 4; place++)
			for (const digit of '0123456789') {
				const count = codes.filter((code) => code[place] === digit).length;
				// 500 expected; 130 is six times the standard deviation.
				expect(Math.abs(count - 500)).toBeLessThan(130);
			}
		expect(new Set(codes).size).toBeGreaterThan(3500);
	});

	it('has 6 digits, or as many as Code Length says', async () => {
		expect((await issue(await generating())).code).toMatch(/^\d{6}$/);
		for (const codeLength of [4, '7', 10])
			expect((await issue(await generating({ codeLength }))).code).toHaveLength(Number(codeLength));
	});
});

describe('an own code', () => {
	it('is sent as typed, without spaces around it', async () => {
		expect((await issue(await owning(' 12-34 a '))).code).toBe('12-34 a');
		expect((await issue(await owning(120_034))).code).toBe('120034');
		expect((await issue(await owning('x'.repeat(64)))).code).toHaveLength(64);
	});

	it('tells requests apart, which a generated one does not', async () => {
		expect((await issue(await owning(' 1234 '))).ownCode).toBe('1234');
		expect(await issue(await generating())).not.toHaveProperty('ownCode');
	});

	it('is refused if it is nothing but spaces and dashes', async () => {
		const item = await owning(' - — ');
		expect(await failureOf(async () => await issue(item))).toMatchObject({
			message: 'Code holds nothing but spaces and dashes',
			description: 'Enter a code with at least one digit or letter.',
			outcome: 'notSent',
		});
	});
});

describe('the output of issueCode', () => {
	const now = 1_700_000_000_999;
	beforeEach(() => jest.spyOn(Date, 'now').mockReturnValue(now));
	afterEach(() => jest.restoreAllMocks());

	it.each([
		[{}, 300],
		[{ expiresIn: 30 }, 30],
		[{ expiresIn: 600 }, 600],
	])('can be verified with %j for %j seconds', async (options, seconds) => {
		const { code, proofFor } = await issue(await generating(options));
		const proof = await proofFor('+84919273027');
		expect(proof).toEqual({
			phoneNumber: '+84919273027',
			challenge: expect.any(String),
			expiresAt: new Date((1_700_000_000 + seconds) * 1000).toISOString(),
			codeLength: 6,
		});
		const end = Date.parse(proof.expiresAt);
		const reasonAt = async (time: number) =>
			(await verifyChallenge('secret', proof.challenge, code, time)).reason;
		expect([await reasonAt(end - 1), await reasonAt(end)]).toEqual(['match', 'expired']);
	});

	it('ignores spaces and dashes of an own code', async () => {
		const { proofFor } = await issue(await owning('1 2–😀'));
		const proof = await proofFor('+66812345678');
		expect(proof.codeLength).toBe(3);
		const verdict = await verifyChallenge('secret', proof.challenge, '12😀', now);
		expect(verdict.reason).toBe('match');
	});

	it('does not contain the code in any form that a provider returns', async () => {
		const item = await owning('12-34 56');
		await issue(item);
		expect(item.mask(['12-34 56', '123456', 123456, 'it is 1 2 3 4 5 6'])).toEqual([
			'******',
			'******',
			'******',
			'it is ******',
		]);
	});
});

it('shows the hint that n8n stores an own code only if one is sent', () => {
	expect(ownCodeHint).toMatchObject({
		type: 'info',
		message:
			'n8n stores your own code with the execution. To keep codes out of n8n, set Code Source to Generate a Code.',
		whenToDisplay: 'beforeExecution',
		location: 'outputPane',
	});
	const parameters = { resource: 'call', operation: 'create', codeSource: 'own' };
	expect(isShown(ownCodeHint, parameters)).toBe(true);
	for (const other of [{ resource: 'code' }, { operation: 'getAll' }, { codeSource: 'generate' }])
		expect(isShown(ownCodeHint, { ...parameters, ...other })).toBe(false);
});

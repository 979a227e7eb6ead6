import { createHmac, scryptSync } from 'node:crypto';
import fc from 'fast-check';
import { anyText } from '../../../support/anyText';
import { createChallenge, verifyChallenge } from '../../../../nodes/shared/codes/challenge';
import { readingsOf } from '../../../../nodes/shared/codes/typedCode';

const SECRET = 'a secret';
const claim = { phoneNumber: '+84919273027', expiry: 2_000_000_000, code: '012345' };
const before = claim.expiry * 1000 - 1;
const verify = async (challenge: string, code = claim.code, now = before, secret = SECRET) =>
	await verifyChallenge(secret, challenge, code, now);

const MALFORMED = { reason: 'malformed' };
const { phoneNumber } = claim;
let challenge: string;

beforeAll(async () => {
	challenge = await createChallenge(SECRET, claim);
});

describe('a genuine claim of another program', () => {
	const KEY = scryptSync(SECRET, 'n8n-nodes-voice-sms-otp challenge 1', 32);
	const tag = (...parts: string[]) =>
		createHmac('sha256', KEY).update(JSON.stringify(parts)).digest().subarray(0, 16);
	const sealed = (text: string) => {
		const body = Buffer.from(text).toString('base64url');
		const proof = tag('code', body, claim.code);
		const tags = Buffer.concat([tag('claim', body, proof.toString('base64url')), proof]);
		return ['1', body, tags.toString('base64url')].join('.');
	};

	it('is read if it has the form of a claim', async () => {
		const text = JSON.stringify([phoneNumber, claim.expiry]);
		expect(await verify(sealed(text))).toEqual({ reason: 'match', phoneNumber });
	});

	it.each([
		'null',
		'{}',
		'[5,2000000000]',
		'["+84919273027","never"]',
		'["+84919273027"]',
		'{',
		'',
	])('is malformed: %s', async (text) => {
		expect(await verify(sealed(text))).toEqual(MALFORMED);
	});
});

describe('verifyChallenge', () => {
	it('returns match for the right code until the last millisecond', async () => {
		expect(await verify(challenge)).toEqual({ reason: 'match', phoneNumber });
	});

	it('returns expired from the second of the expiry on, for right and wrong codes', async () => {
		expect(await verify(challenge, '012345', before + 1)).toEqual({
			reason: 'expired',
			phoneNumber,
		});
		expect(await verify(challenge, '1', before + 1)).toEqual({ reason: 'expired', phoneNumber });
	});

	it('uses the current time unless another is given', async () => {
		const now = Math.floor(Date.now() / 1000);
		const verdictOf = async (expiry: number) =>
			await verifyChallenge(SECRET, await createChallenge(SECRET, { ...claim, expiry }), '012345');
		expect((await verdictOf(now + 60)).reason).toBe('match');
		expect((await verdictOf(now - 60)).reason).toBe('expired');
	});

	it('returns mismatch for any other code', async () => {
		await fc.assert(
			fc.asyncProperty(fc.string(), async (code) => {
				fc.pre(!readingsOf(code).includes(claim.code));
				expect(await verify(challenge, code)).toEqual({ reason: 'mismatch', phoneNumber });
			}),
		);
	});

	it.each([
		['K7QX', 'k7qx'],
		['k7qx', 'K7QX'],
		['00-12', '0012'],
		['0000123', 123],
	])('returns match for %j typed as %j', async (code, typed) => {
		const made = await createChallenge(SECRET, { ...claim, code });
		expect(await verify(made, String(typed))).toEqual({ reason: 'match', phoneNumber });
	});

	it('returns match for a challenge of version 0.2, made over the code as it was typed', async () => {
		const KEY = scryptSync(SECRET, 'n8n-nodes-voice-sms-otp challenge 1', 32);
		const tag = (...parts: string[]) =>
			createHmac('sha256', KEY).update(JSON.stringify(parts)).digest().subarray(0, 16);
		for (const code of ['k7.Qx', '012345']) {
			const body = Buffer.from(JSON.stringify([phoneNumber, claim.expiry])).toString('base64url');
			const proof = tag('code', body, code);
			const tags = Buffer.concat([tag('claim', body, proof.toString('base64url')), proof]);
			const made = ['1', body, tags.toString('base64url')].join('.');
			expect(await verify(made, code)).toEqual({ reason: 'match', phoneNumber });
		}
	});

	it('returns malformed for another secret', async () => {
		expect(await verify(challenge, claim.code, before, 'another secret')).toEqual(MALFORMED);
	});

	it('returns match for any number, expiry and code', async () => {
		const claims = fc.record({
			phoneNumber: fc.stringMatching(/^\+[1-9][0-9]{5,14}$/),
			expiry: fc.integer({ min: 1, max: 4_000_000_000 }),
			code: fc.string({ minLength: 1, maxLength: 64 }),
		});
		await fc.assert(
			fc.asyncProperty(claims, async (made) => {
				const text = await createChallenge(SECRET, made);
				const verdict = await verify(text, made.code, made.expiry * 1000 - 1);
				expect(verdict).toEqual({ reason: 'match', phoneNumber: made.phoneNumber });
			}),
		);
	});
});

describe('verifyChallenge of an altered challenge', () => {
	const place = fc.nat(500).map((at) => at % challenge.length);
	const isMalformed = async (altered: string) => {
		fc.pre(altered !== challenge);
		expect(await verify(altered)).toEqual(MALFORMED);
	};

	it('returns malformed for any replaced character', async () => {
		const character = fc.oneof(
			fc.string({ minLength: 1, maxLength: 1 }),
			fc.constantFrom(...'A.=-_1'),
		);
		await fc.assert(
			fc.asyncProperty(place, character, async (at, other) => {
				await isMalformed(challenge.slice(0, at) + other + challenge.slice(at + 1));
			}),
			{ numRuns: 500 },
		);
	});

	it('returns malformed for anything added or removed', async () => {
		await fc.assert(
			fc.asyncProperty(place, fc.nat(3), fc.string({ maxLength: 3 }), async (at, out, more) => {
				await isMalformed(challenge.slice(0, at) + more + challenge.slice(at + out));
			}),
			{ numRuns: 500 },
		);
		await isMalformed(`${challenge}.`);
		await isMalformed(`${challenge}=`);
	});

	it('returns malformed for the parts of two challenges in one', async () => {
		const other = await createChallenge(SECRET, { ...claim, phoneNumber: '+84919273028' });
		const [version, body, tags] = challenge.split('.');
		const [, otherBody, otherTags] = other.split('.');
		await isMalformed([version, otherBody, tags].join('.'));
		await isMalformed([version, body, otherTags].join('.'));
		const [first, second] = [tags, otherTags].map((text) => Buffer.from(text, 'base64url'));
		const swapped = Buffer.concat([first.subarray(16), first.subarray(0, 16)]);
		await isMalformed([version, body, swapped.toString('base64url')].join('.'));
		const mixed = Buffer.concat([first.subarray(0, 16), second.subarray(16)]);
		await isMalformed([version, body, mixed.toString('base64url')].join('.'));
	});
});

it('returns malformed for any other text, and never throws', async () => {
	const [version, body, tags] = challenge.split('.');
	const known = ['', version, body, tags, '2', `${tags}=`, 'A'.repeat(43)];
	const part = fc.oneof(fc.string(), fc.constantFrom(...known), anyText());
	await fc.assert(
		fc.asyncProperty(fc.array(part, { maxLength: 5 }), fc.string(), async (parts, code) => {
			fc.pre(parts.join('.') !== challenge);
			expect(await verify(parts.join('.'), code)).toEqual(MALFORMED);
		}),
		{ numRuns: 500 },
	);
});

describe('createChallenge', () => {
	it('returns a short, URL-safe, unique text with the number and the expiry but not the code', async () => {
		const [version, body, tags, ...rest] = challenge.split('.');
		expect([version, rest]).toEqual(['1', []]);
		expect(challenge).toMatch(/^[A-Za-z0-9._-]{1,150}$/);
		expect(JSON.parse(Buffer.from(body, 'base64url').toString())).toEqual([
			'+84919273027',
			2_000_000_000,
			expect.stringMatching(/^[\w-]{16}$/),
		]);
		expect(Buffer.from(tags, 'base64url')).toHaveLength(32);
		expect(await createChallenge(SECRET, claim)).not.toBe(challenge);
	});

	it('returns texts that are read up to 400 characters', async () => {
		const lengthened = async (digits: number) =>
			await createChallenge(SECRET, { ...claim, phoneNumber: '1'.repeat(digits) });
		const longest = await lengthened(231);
		expect(longest).toHaveLength(400);
		expect((await verify(longest)).reason).toBe('match');
		const longer = await lengthened(232);
		expect(longer).toHaveLength(401);
		expect(await verify(longer)).toEqual(MALFORMED);
	});
});

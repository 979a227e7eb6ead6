import { createCipheriv, randomBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { keyOf } from '../../../../nodes/shared/credential/key';
import { newId, openClaim, sealClaim } from '../../../../nodes/shared/verification/challenge';
import type { Claim } from '../../../../nodes/shared/verification/challenge';

let key: KeyObject;
let otherKey: KeyObject;

beforeAll(async () => {
	[key, otherKey] = [await keyOf('a secret'), await keyOf('another secret')];
});

const claim: Claim = {
	...{ id: 'an ID', phoneNumber: '+84919273027', expiry: 2_000_000_000_000 },
	...{ reference: 'order 7', provider: 'antBuddy', codeLength: 6 },
};

/** What somebody with the key seals that is not a claim, or not in the way of this version. */
function seal(text: string, version = '2', tagBytes = 16): string {
	const iv = randomBytes(12);
	const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: tagBytes });
	const parts = [iv, cipher.update(text), cipher.final(), cipher.getAuthTag()];
	return `${version}.${Buffer.concat(parts).toString('base64url')}`;
}

describe('openClaim', () => {
	it('opens what the same trigger sealed', () => {
		expect(openClaim(key, sealClaim(key, claim))).toEqual(claim);
		expect(openClaim(key, seal(JSON.stringify(claim)))).toEqual(claim);
	});

	it('refuses what another trigger sealed', () => {
		expect(openClaim(otherKey, sealClaim(key, claim))).toBeUndefined();
	});

	it('refuses a challenge with any character changed, left out or added', () => {
		const challenge = sealClaim(key, claim);
		for (let place = 0; place < challenge.length; place++) {
			const [head, tail] = [challenge.slice(0, place), challenge.slice(place + 1)];
			const changed = challenge[place] === 'A' ? 'B' : 'A';
			for (const altered of [
				head + tail,
				head + changed + tail,
				`${head}A${challenge.slice(place)}`,
			])
				expect(openClaim(key, altered)).toBeUndefined();
		}
	});

	it('refuses another way to write the same challenge, by which it would pass for a new request', () => {
		const challenge = sealClaim(key, claim);
		for (const same of [`${challenge}=`, `${challenge}\n`, ` ${challenge}`, `${challenge}.`])
			expect(openClaim(key, same)).toBeUndefined();
	});

	it('refuses a proof of origin that is shorter', () => {
		expect(openClaim(key, seal(JSON.stringify(claim), '2', 12))).toBeUndefined();
	});

	it('refuses a challenge of another version', () => {
		for (const version of ['1', '3', '', '22'])
			expect(openClaim(key, seal(JSON.stringify(claim), version))).toBeUndefined();
	});

	it('refuses what is sealed but no claim', () => {
		for (const text of ['', 'null', '5', '[]', '"text"', '{', ' '])
			expect(openClaim(key, seal(text))).toBeUndefined();
	});

	it('refuses any other text', () => {
		for (const text of ['', '2', '2.']) expect(openClaim(key, text)).toBeUndefined();
		for (let length = 1; length < 50; length++)
			expect(openClaim(key, `2.${'A'.repeat(length)}`)).toBeUndefined();
	});

	it('refuses a text that is too long before it costs time', () => {
		const ofLength = (length: number) => {
			const bytes = Math.floor(((length - 2) * 3) / 4) - 28;
			return seal(JSON.stringify({ ...claim, reference: '' }).padEnd(bytes));
		};
		const long = { ...claim, reference: '\u0001'.repeat(200), proof: 'A'.repeat(22) };
		expect(openClaim(key, sealClaim(key, long))).toEqual(long);
		const fits = ofLength(4_000);
		expect(fits).toHaveLength(4_000);
		expect(openClaim(key, fits)).toMatchObject({ id: claim.id });
		expect(ofLength(4_002)).toHaveLength(4_002);
		expect(openClaim(key, ofLength(4_002))).toBeUndefined();
	});
});

describe('sealClaim', () => {
	it('makes a text for the address of a page, in which nothing can be read', () => {
		const challenge = sealClaim(key, claim);
		expect(challenge).toMatch(/^2\.[\w-]+$/);
		const bytes = Buffer.from(challenge.slice(2), 'base64url').toString('latin1');
		for (const value of [claim.phoneNumber, claim.reference, claim.id])
			expect(bytes).not.toContain(value);
	});

	it('makes another text each time', () => {
		const [one, other] = [sealClaim(key, claim), sealClaim(key, claim)];
		expect(one.slice(0, 20)).not.toBe(other.slice(0, 20));
	});
});

it('makes IDs that nobody guesses', () => {
	const ids = Array.from({ length: 100 }, newId);
	expect(new Set(ids).size).toBe(ids.length);
	for (const id of ids) expect(id).toMatch(/^[\w-]{12}$/);
});

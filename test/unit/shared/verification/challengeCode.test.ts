import { createSecretKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { keyOf } from '../../../../nodes/shared/credential/key';
import { isRightCode, proofOf } from '../../../../nodes/shared/verification/challenge';

let key: KeyObject;
let otherKey: KeyObject;

beforeAll(async () => {
	[key, otherKey] = [await keyOf('a secret'), await keyOf('another secret')];
});

const claim = {
	...{ id: 'an ID', phoneNumber: '+84919273027', expiry: 2_000_000_000_000 },
	...{ reference: '', provider: 'antBuddy', codeLength: 6 },
};

describe('isRightCode', () => {
	const provenFor = (code: string) => ({ ...claim, proof: proofOf(key, claim.id, code) });

	it.each([
		...['012345', ' 012 345 ', '012-345', '0.1.2.3.4.5', '١٢٣٤٥'.padStart(6, '٠'), '０１２３４５'],
		'12345',
	])('takes %s for 012345', (typed) => {
		expect(isRightCode(key, provenFor('012345'), typed)).toBe(true);
	});

	it.each(['012346', '01234', '0123450', '', '112345', '0123 45 6'])('refuses %j', (typed) => {
		expect(isRightCode(key, provenFor('012345'), typed)).toBe(false);
	});

	it('refuses a proof for another challenge, or by another key', () => {
		const { proof } = provenFor('012345');
		expect(isRightCode(key, { ...claim, id: 'another', proof }, '012345')).toBe(false);
		expect(isRightCode(otherKey, { ...claim, proof }, '012345')).toBe(false);
	});

	it('takes the code of a form that was open during an update', () => {
		const proof = 'wCW5_7miqDMbCFFLkhvXew';
		const old = createSecretKey(Buffer.alloc(32));
		expect(isRightCode(old, { ...claim, proof }, '012345')).toBe(true);
	});

	it('takes a proof that was made over the code in any form', () => {
		expect(proofOf(key, claim.id, ' k7-qx')).toBe(proofOf(key, claim.id, 'K7QX'));
		expect(isRightCode(key, provenFor('k7qx'), 'K7 QX')).toBe(true);
	});

	it('keeps a proof short, because it travels in every form', () => {
		expect(provenFor('012345').proof).toMatch(/^[\w-]{22}$/);
	});
});

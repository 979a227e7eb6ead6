import crypto from 'node:crypto';
import { createChallenge, verifyChallenge } from '../../../../nodes/shared/codes/challenge';

type Done = (failure: Error | null, key: Buffer) => void;

const claim = { phoneNumber: '+84919273027', expiry: 2_000_000_000, code: '1' };
const make = async (secret: string) => await createChallenge(secret, claim);

// The derivation is slow by design; here only how often it is made counts.
const scrypt = jest.spyOn(crypto, 'scrypt');
const cheap = (secret: unknown, _salt: unknown, bytes: number, done: Done) =>
	done(null, Buffer.alloc(bytes, String(secret)));

beforeEach(() => {
	scrypt.mockReset();
	scrypt.mockImplementation(cheap as unknown as typeof crypto.scrypt);
});

afterAll(() => scrypt.mockRestore());

it('derives a key of 32 bytes from the secret and a salt of this package', async () => {
	await make('arguments');
	expect(scrypt.mock.calls.map((call) => call.slice(0, 3))).toEqual([
		['arguments', 'n8n-nodes-voice-sms-otp challenge 1', 32],
	]);
});

it('derives the key once for each secret, also for parallel items', async () => {
	const made = await Promise.all(Array.from({ length: 20 }, async () => await make('one')));
	await Promise.all(made.map(async (text) => await verifyChallenge('one', text, '1', 0)));
	await make('two');
	expect(scrypt).toHaveBeenCalledTimes(2);
});

it('remembers the keys of 100 secrets and forgets the oldest first', async () => {
	for (let nth = 0; nth < 100; nth++) await make(`secret ${nth}`);
	scrypt.mockClear();
	await make('secret 0');
	await make('secret 99');
	expect(scrypt).toHaveBeenCalledTimes(0);
	await make('secret 100');
	await make('secret 1');
	await make('secret 100');
	expect(scrypt).toHaveBeenCalledTimes(1);
	await make('secret 0');
	expect(scrypt).toHaveBeenCalledTimes(2);
});

it('derives no key for a text that is not a challenge', async () => {
	for (const text of ['', '1', '1.x.y', `2.x.${'A'.repeat(43)}`, 'x'.repeat(10_000)])
		expect(await verifyChallenge('three', text, '1')).toEqual({ reason: 'malformed' });
	expect(scrypt).not.toHaveBeenCalled();
});

it('compares both tags in constant time, even if the first is wrong', async () => {
	const equal = jest.spyOn(crypto, 'timingSafeEqual');
	const [version, body, tags] = (await make('four')).split('.');
	await verifyChallenge('four', [version, `${body}A`, tags].join('.'), '1', 0);
	// The tag over the claim, and the tag over each reading of the code.
	expect(equal).toHaveBeenCalledTimes(1 + 9);
	equal.mockRestore();
});

it('throws the reason if no key can be derived, and tries again for the next item', async () => {
	const broken = (_secret: unknown, _salt: unknown, _bytes: number, done: Done) =>
		done(new Error('no memory'), Buffer.alloc(0));
	scrypt.mockImplementation(broken as unknown as typeof crypto.scrypt);
	await expect(make('five')).rejects.toThrow('no memory');
	scrypt.mockImplementation(cheap as unknown as typeof crypto.scrypt);
	expect(await make('five')).toMatch(/^1\./);
});

import { VIETNAM } from '../../providers/contract';
import { inSeconds, verdict, VerifyTest, VERIFYING } from './verifyTest';

describe.each(VERIFYING)('a challenge for $node', (provider) => {
	const test = new VerifyTest(provider);
	afterEach(() => jest.restoreAllMocks());

	it('accepts the right code until it expires, to the second', async () => {
		const now = Math.floor(Date.now() / 1000) * 1000;
		const challenge = await test.challengeFor({ expiry: now / 1000 + 30 });
		const clock = jest.spyOn(Date, 'now');
		for (const [later, reason] of [
			[29_999, 'match'],
			[30_000, 'expired'],
			[86_400_000, 'expired'],
		] as const) {
			clock.mockReturnValue(now + later);
			expect(await test.verify(challenge, '123456')).toEqual(verdict(reason));
		}
	});

	it('does not accept a challenge of another account', async () => {
		const [{ fields }] = test.provider.credential.logins;
		for (const field of Object.keys(fields))
			expect(
				await test.verify(await test.challengeFor({}, { ...fields, [field]: 'another' }), '123456'),
			).toEqual(verdict('malformed', 2, null));
	});

	it('does not accept what is no challenge, or an altered one', async () => {
		const genuine = await test.challengeFor({});
		const [version, body, tags] = genuine.split('.');
		const other = (await test.challengeFor({ phoneNumber: '+66812345678' })).split('.');
		const later = [VIETNAM, inSeconds(3000), 'AAAAAAAAAAAAAAAA'];
		const forged = Buffer.from(JSON.stringify(later)).toString('base64url');
		const rubbish = [
			...['', ' ', 'x', '..', '1..', '1.a.b', 'null', genuine.repeat(10), 'x'.repeat(100_000)],
			...[null, undefined, 1, true, {}, [], [genuine, genuine], '\u0000', '💥.💥.💥'],
			...[
				`2.${body}.${tags}`,
				`${genuine}.`,
				`${genuine}=`,
				genuine.slice(0, -1),
				genuine.slice(1),
			],
			...[`${version}.${forged}.${tags}`, `${version}.${other[1]}.${tags}`],
			...[`${version}.${body}.${other[2]}`, genuine.toUpperCase(), genuine.replace('.', ' . ')],
		];
		for (const challenge of rubbish)
			expect([challenge, await test.verify(challenge, '123456')]).toEqual([
				challenge,
				verdict('malformed', 2, null),
			]);
	});

	it('answers every item, in order, each with its own number', async () => {
		const numbers = ['+84919273027', '+66812345678', '+31201234567'];
		const items = await Promise.all(
			numbers.map(async (phoneNumber, index) => ({
				challenge: await test.challengeFor({ phoneNumber }),
				code: index === 1 ? '000000' : '123456',
			})),
		);
		const { output } = await test.run({ items });
		expect(output).toEqual(
			numbers.map((phoneNumber, item) => ({
				json: verdict(item === 1 ? 'mismatch' : 'match', 2, phoneNumber),
				pairedItem: { item },
			})),
		);
	});
});

import { readSnapshot } from '../../../../nodes/shared/verification/snapshot';
import { json } from '../../support/execution';
import type { Respond } from '../../support/execution';
import { FakeTrigger, yes } from '../../support/trigger';

const CALLS = { provider: 'cmVoice', caller: '+31201234567' };
const phoneNumber = '+84919273027';

afterEach(() => jest.restoreAllMocks());

it('asks a provider once that is chosen twice', async () => {
	const trigger = new FakeTrigger({ ...CALLS, fallbackProvider: 'cmVoice' });
	trigger.respond = () => json({ message: 'No' }, 400);
	expect((await trigger.ask({ phoneNumber })).status).toBe(503);
	expect(trigger.sent).toHaveLength(1);
});

it('asks the providers in the order of the fields, whatever that of the lists', async () => {
	const trigger = new FakeTrigger({ ...CALLS, fallbackProvider: 'antBuddy' });
	trigger.respond = () => json({ message: 'No' }, 400);
	await trigger.ask({ phoneNumber });
	const asked = trigger.sent.map(({ credentialType }) => credentialType);
	expect(asked).toEqual(['cmVoiceApi', 'antBuddyApi']);
});

it('needs no credential of a provider that is not chosen', async () => {
	const trigger = new FakeTrigger({ provider: 'antBuddy', fallbackProvider: 'none' });
	trigger.credentials = { cmVoiceApi: { baseUrl: '' }, antsApi: { allowedCountries: 5 as never } };
	expect((await trigger.ask({ phoneNumber })).status).toBe(200);
});

describe('what n8n keeps of visitors', () => {
	/** The digests for a number and an address. */
	async function digests(number = phoneNumber, ip = '203.0.113.7', password = 'a password') {
		const trigger = new FakeTrigger({ provider: 'antBuddy' }, 'a trigger of this test');
		Object.assign(trigger, { ip, credentials: { antBuddyApi: { password } } });
		trigger.options = { coolDown: 0, sendsPerNumber: 100 };
		await trigger.ask({ phoneNumber: number });
		const { sends } = readSnapshot(String(trigger.staticData.verification));
		return [sends.at(-1)!.number, sends.at(-1)!.address];
	}

	it('are digests, the same for the same number and address', async () => {
		const [number, address] = await digests();
		for (const digest of [number, address]) expect(digest).toMatch(/^[\w-]{11}$/);
		expect(number).not.toBe(address);
		expect(await digests()).toEqual([number, address]);
		expect(await digests('+84919273028')).toEqual([expect.not.stringMatching(number), address]);
		expect(await digests(phoneNumber, '203.0.113.8')).toEqual([
			...[number, expect.not.stringMatching(address)],
		]);
		expect((await digests(phoneNumber, '127.0.0.1'))[1]).toBe('');
	});

	it('cannot be worked out without the credential', async () => {
		const [number, address] = await digests();
		const [other, another] = await digests(phoneNumber, '203.0.113.7', 'another');
		expect([other === number, another === address]).toEqual([false, false]);
	});
});

describe('a fallback provider that was taken out meanwhile', () => {
	const both = { ...CALLS, fallbackProvider: 'ants', otcId: 'an OTC ID' };

	/** The answer to the right code of a provider that the trigger does not have any more. */
	async function afterwards(respond: Respond) {
		const trigger = new FakeTrigger(both);
		trigger.respond = async (request, nth) =>
			await (request.credentialType === 'antsApi' ? yes : respond)(request, nth);
		const { challenge } = (await trigger.ask({ phoneNumber: '+66812345678' })).json;
		const right = respond === yes ? trigger.code : '79895';
		trigger.parameters = { ...both, fallbackProvider: 'none' };
		return await trigger.ask({ challenge, code: right });
	}

	it('cannot be asked: its code has expired', async () => {
		const { json: answer } = await afterwards(() => json({ message: 'No' }, 400));
		expect(answer).toMatchObject({ verified: false, reason: 'expired' });
	});

	it('leaves the codes of the trigger valid', async () => {
		expect((await afterwards(yes)).outputs).toMatchObject([[{ channel: 'call' }]]);
	});

	it('leaves no channel to name for a code of the trigger that it sent', async () => {
		const trigger = new FakeTrigger({ ...CALLS, fallbackProvider: 'antBuddy' });
		trigger.respond = async (request, nth) =>
			await (request.credentialType === 'antBuddyApi' ? yes(request, nth) : json({}, 400));
		const { challenge } = (await trigger.ask({ phoneNumber })).json;
		trigger.parameters = CALLS;
		const { outputs } = await trigger.ask({ challenge, code: trigger.code });
		expect(outputs).toMatchObject([[{ verified: true, channel: '' }]]);
	});
});

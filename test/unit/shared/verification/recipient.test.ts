import type { IDataObject } from 'n8n-workflow';
import { json } from '../../support/execution';
import { FakeTrigger, yes } from '../../support/trigger';

const CALLS = { provider: 'cmVoice', caller: '+31201234567' };

/** Asks for a code. @returns the status, and the providers that were asked */
async function send(parameters: IDataObject, phoneNumber: string, more: Partial<FakeTrigger> = {}) {
	const trigger = Object.assign(new FakeTrigger(parameters), more);
	const { status } = await trigger.ask({ phoneNumber });
	return [status, ...trigger.sent.map(({ credentialType }) => credentialType)];
}

/** The sentence that a person reads. */
async function noticeFor(parameters: IDataObject, phoneNumber: string, more = {}) {
	const trigger = Object.assign(new FakeTrigger(parameters), more);
	return (await trigger.submit({ phoneNumber })).notice;
}

afterEach(() => jest.restoreAllMocks());

it('takes a number without a country code for one of the provider’s country', async () => {
	expect(await send({ provider: 'antBuddy' }, '0919 273 027')).toEqual([200, 'antBuddyApi']);
	expect(await send({ provider: 'ants', otcId: 'a' }, '081 234 5678')).toEqual([200, 'antsApi']);
	expect(await send(CALLS, '081 234 5678')).toEqual([422]);
});

it('takes it for one of Default Country if that is set', async () => {
	const options = { defaultCountry: 'TH' };
	expect(await send(CALLS, '081 234 5678', { options })).toEqual([200, 'cmVoiceApi']);
	const none = { options: { defaultCountry: 'none' } };
	expect(await send({ provider: 'antBuddy' }, '0919 273 027', none)).toEqual([422]);
	expect(await send({ provider: 'antBuddy' }, '+84 919 273 027', none)).toEqual([
		...[200, 'antBuddyApi'],
	]);
});

it('does not reach a country that the credential does not allow', async () => {
	const credentials = { cmVoiceApi: { allowedCountries: ['VN'] } };
	expect(await send(CALLS, '+66812345678', { credentials })).toEqual([422]);
	expect(await send(CALLS, '+84919273027', { credentials })).toEqual([200, 'cmVoiceApi']);
});

it('sends nothing where Default Country or Allowed Countries cannot be read', async () => {
	expect(await send(CALLS, '+84919273027', { options: { defaultCountry: 'Siam' } })).toEqual([500]);
	const credentials = { cmVoiceApi: { allowedCountries: ['Siam'] } };
	expect(await send(CALLS, '+84919273027', { credentials })).toEqual([500]);
});

it('does not text a landline', async () => {
	const ants = { provider: 'ants', otcId: 'a' };
	expect(await send(ants, '02 123 4567')).toEqual([422]);
});

it('leaves nothing behind in the memory of a number that was read, however many are tried', async () => {
	const add = jest.spyOn(EventTarget.prototype, 'addEventListener');
	const remove = jest.spyOn(EventTarget.prototype, 'removeEventListener');
	expect(await send(CALLS, '12')).toEqual([422]);
	expect(add).toHaveBeenCalled();
	expect(remove.mock.calls).toEqual(add.mock.calls);
});

describe('with a Fallback Provider', () => {
	const both = { ...CALLS, fallbackProvider: 'antBuddy' };
	const refusing = { respond: () => json({ error: 'No credit' }, 400) };

	it('reaches a number that only that one may reach, or can read', async () => {
		const credentials = { cmVoiceApi: { allowedCountries: ['TH'] } };
		expect(await send(both, '+84919273027', { credentials })).toEqual([200, 'antBuddyApi']);
		expect(await send(both, '0919273027')).toEqual([200, 'antBuddyApi']);
	});

	it('does not fall back on a provider that may not reach the number', async () => {
		expect(await send(both, '+66812345678', refusing)).toEqual([503, 'cmVoiceApi']);
		expect(await send(both, '+84919273027', refusing)).toEqual([
			...[503, 'cmVoiceApi', 'antBuddyApi'],
		]);
	});

	it('reads the number once: the second calls nobody else', async () => {
		const mixed = { provider: 'antBuddy', fallbackProvider: 'ants', otcId: 'a' };
		const trigger = new FakeTrigger(mixed);
		trigger.respond = async (request, nth) =>
			await (request.credentialType === 'antsApi' ? yes : refusing.respond)(request, nth);
		await trigger.ask({ phoneNumber: '0812345678' });
		const bodies = trigger.sent.map(({ options }) => String(options.body));
		expect(bodies).toEqual([
			expect.stringContaining('"0812345678"'),
			expect.stringContaining('"84812345678"'),
		]);
	});

	it('says in the words of the first why neither reaches a number', async () => {
		const swapped = { ...CALLS, provider: 'antBuddy', fallbackProvider: 'cmVoice' };
		const credentials = { cmVoiceApi: { allowedCountries: ['VN'] } };
		const notAllowed = await noticeFor(CALLS, '+66812345678', { credentials });
		const invalid = await noticeFor(CALLS, '12');
		expect(notAllowed).not.toBe(invalid);
		const none = { options: { defaultCountry: 'none' } };
		const onlyThai = { credentials: { antBuddyApi: { allowedCountries: ['TH'] } } };
		expect(await noticeFor(both, '0919273027', onlyThai)).toBe(invalid);
		expect(await noticeFor(swapped, '+66812345678', { credentials })).toBe(notAllowed);
		expect(await noticeFor(swapped, '12', none)).toBe(invalid);
	});
});

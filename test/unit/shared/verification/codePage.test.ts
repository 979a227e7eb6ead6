import { FakeTrigger, NOW } from '../../support/trigger';

const phoneNumber = '0919 273 027';

/** What the page says to somebody whose code does not come: the seconds until another, '' if they may ask now. */
const waitIn = (text: string) => /another one in (\d+)\u00a0second/.exec(text)?.[1] ?? '';

afterEach(() => jest.restoreAllMocks());

describe('the page for the code', () => {
	it('says in how many seconds, rounded up, another code can be asked for', async () => {
		const trigger = new FakeTrigger();
		const { text } = await trigger.submit({ phoneNumber });
		expect(waitIn(text)).toBe('60');
		const challenge = /name="challenge" value="([^"]*)"/.exec(text)![1];
		const tryAt = async (now: number) => {
			trigger.now = now;
			return (await trigger.submit({ action: 'check', challenge, code: trigger.wrongCode })).text;
		};
		expect(waitIn(await tryAt(NOW + 1_500))).toBe('59');
		expect(waitIn(await tryAt(NOW + 59_999))).toBe('1');
		const last = await tryAt(NOW + 60_000);
		expect([waitIn(last), last.includes('Didn’t get a code?')]).toEqual(['', true]);
	});

	it('lets a person ask at once for another where no cool-down is set', async () => {
		const trigger = new FakeTrigger();
		trigger.options = { coolDown: 0 };
		const { text } = await trigger.submit({ phoneNumber });
		expect([waitIn(text), text.includes('Didn’t get a code?')]).toEqual(['', true]);
	});
});

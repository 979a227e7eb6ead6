import { json } from '../../support/execution';
import { FakeTrigger, NOW, yes } from '../../support/trigger';

const phoneNumber = '0919 273 027';
const E164 = '+84919273027';
const TOLD = { phoneNumber: E164, verified: false, verifiedAt: null, attempts: 0 };

/** A trigger whose second output is for numbers that are not verified. */
function withOutput(options = {}): FakeTrigger {
	const trigger = new FakeTrigger({ provider: 'antBuddy', notVerifiedOutput: true });
	trigger.options = options;
	return trigger;
}

afterEach(() => jest.restoreAllMocks());

describe('a number that no provider reaches', () => {
	it.each(['', 'mine', '0919', '+66812345678'])('is told to the app: %j', async (typed) => {
		const trigger = withOutput();
		const answer = await trigger.ask({ phoneNumber: typed });
		expect([answer.status, answer.json, answer.outputs]).toEqual([
			...[422, { reason: 'invalidNumber' }, undefined],
		]);
		expect(trigger.sent).toEqual([]);
	});
});

it('shows a person the number again that cannot be called, with what is wrong with it', async () => {
	const trigger = new FakeTrigger();
	const typed = async (text: string) => await trigger.submit({ phoneNumber: text });
	const [invalid, foreign] = [await typed('0919'), await typed('+66812345678')];
	expect([invalid.status, foreign.status]).toEqual([422, 422]);
	expect(invalid.text).toContain('value="0919"');
	expect(invalid.notice).not.toBe(foreign.notice);
});

describe('a provider that refuses', () => {
	const refusing = () => {
		const trigger = withOutput();
		trigger.respond = () => json({ error: 'No credit' }, 400);
		return trigger;
	};

	it('is told to the workflow, with what it said, and not to the visitor', async () => {
		const trigger = refusing();
		const answer = await trigger.ask({ phoneNumber, reference: 'order 7' });
		expect([answer.status, answer.json]).toEqual([503, { reason: 'unavailable' }]);
		const message = expect.stringContaining('No credit') as string;
		expect(answer.outputs).toEqual([
			[],
			[{ ...TOLD, reason: 'unavailable', reference: 'order 7', channel: 'call', message }],
		]);
		expect((await trigger.submit({ phoneNumber })).text).not.toContain('No credit');
	});

	it('leaves the number without a cool-down, and other numbers without a loss', async () => {
		const trigger = refusing();
		trigger.options = { sendsInAll: 2 };
		await trigger.ask({ phoneNumber });
		trigger.respond = yes;
		expect((await trigger.ask({ phoneNumber })).status).toBe(200);
		expect((await trigger.ask({ phoneNumber: '0919273028' })).status).toBe(200);
		expect((await trigger.ask({ phoneNumber: '0919273029' })).status).toBe(429);
	});

	it('is not kept busy: as many refusals as sends in an hour are answered in 10 minutes', async () => {
		const trigger = refusing();
		trigger.options = { sendsInAll: 2 };
		for (let n = 0; n < 2; n++) await trigger.ask({ phoneNumber });
		const { status, headers, json: answer, outputs } = await trigger.ask({ phoneNumber });
		expect([status, headers['Retry-After'], answer]).toEqual([
			503,
			'600',
			{ reason: 'unavailable' },
		]);
		expect([trigger.sent.length, outputs]).toEqual([2, undefined]);
	});
});

describe('the cool-down', () => {
	it('is told to the visitor in seconds, rounded up, and not to the workflow', async () => {
		const trigger = withOutput();
		await trigger.ask({ phoneNumber });
		trigger.now = NOW + 1;
		const answer = await trigger.ask({ phoneNumber: E164 });
		expect([answer.status, answer.json, answer.headers['Retry-After'], answer.outputs]).toEqual([
			...[429, { reason: 'coolDown' }, '60', undefined],
		]);
		expect((await trigger.submit({ phoneNumber })).notice).toMatch(/\b60\b/);
		trigger.now = NOW + 59_001;
		expect((await trigger.ask({ phoneNumber })).headers['Retry-After']).toBe('1');
		trigger.now = NOW + 60_000;
		expect((await trigger.ask({ phoneNumber })).status).toBe(200);
	});
});

describe('a cap', () => {
	it.each(['sendsPerNumber', 'sendsPerAddress', 'sendsInAll'])('is told once: %s', async (cap) => {
		const trigger = withOutput({ coolDown: 0, [cap]: 1 });
		await trigger.ask({ phoneNumber });
		const answer = await trigger.ask({ phoneNumber, reference: 'order 7' });
		const wait = cap === 'sendsPerNumber' ? '600' : '3600';
		expect([answer.status, answer.json, answer.headers['Retry-After']]).toEqual([
			...[429, { reason: 'tooManySends' }, wait],
		]);
		const told = { ...TOLD, reason: 'tooManySends', reference: 'order 7', channel: 'call' };
		expect(answer.outputs).toEqual([[], [told]]);
		expect((await trigger.ask({ phoneNumber })).outputs).toBeUndefined();
	});

	it('for an address holds for the network of the visitor only', async () => {
		const trigger = withOutput({ sendsPerAddress: 1 });
		const from = async (ip: string, n: number) => {
			trigger.ip = ip;
			return (await trigger.ask({ phoneNumber: `091927302${n}` })).status;
		};
		expect(await from('203.0.113.7', 0)).toBe(200);
		expect(await from('203.0.113.7', 1)).toBe(429);
		expect(await from('203.0.113.8', 2)).toBe(200);
		expect([await from('10.0.0.1', 3), await from('10.0.0.1', 4)]).toEqual([200, 200]);
	});
});

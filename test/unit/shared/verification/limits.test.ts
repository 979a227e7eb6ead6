import { HOUR, refusalFor, TEN_MINUTES } from '../../../../nodes/shared/verification/limits';
import type { Limits, Send } from '../../../../nodes/shared/verification/limits';

const NOW = 1_800_000_000_000;
const LOOSE: Limits = {
	coolDown: 0,
	sendsPerNumber: 100,
	sendsPerAddress: 100,
	sendsInAll: 100,
};
const to = { number: 'a number', address: 'an address' };

/** A send of some milliseconds ago. */
const ago = (milliseconds: number, more: Partial<Send> = {}): Send => ({
	...{ id: String(milliseconds), at: NOW - milliseconds, ...to, isReturned: false },
	...more,
});

const refusal = (sends: Send[], limits: Partial<Limits>, whom = to) =>
	refusalFor(sends, whom, { ...LOOSE, ...limits }, NOW);

it('lets the first code be sent', () => {
	expect(refusal([], { coolDown: HOUR, sendsInAll: 1 })).toBeUndefined();
});

describe('the cool-down', () => {
	const coolDown = 60_000;

	it('ends in the millisecond that it names', () => {
		const until = NOW + 1;
		expect(refusal([ago(coolDown - 1)], { coolDown })).toEqual({ reason: 'coolDown', until });
		expect(refusal([ago(coolDown)], { coolDown })).toBeUndefined();
	});

	it('counts from the last code, whatever their order', () => {
		const sends = [ago(coolDown + 5), ago(10), ago(coolDown - 5)];
		expect(refusal(sends, { coolDown })?.until).toBe(NOW - 10 + coolDown);
	});

	it('is told to nobody but the person, and comes before the caps', () => {
		const limits = { coolDown, sendsPerNumber: 1, sendsPerAddress: 1, sendsInAll: 1 };
		expect(refusal([ago(1)], limits)).not.toHaveProperty('cap');
	});

	it('holds for the number, not for another at the same address', () => {
		expect(refusal([ago(1, { number: 'another' })], { coolDown })).toBeUndefined();
	});
});

const caps = [
	{ limit: 'sendsPerNumber', window: TEN_MINUTES, cap: 'number a number' },
	{ limit: 'sendsPerAddress', window: HOUR, cap: 'address an address' },
	{ limit: 'sendsInAll', window: HOUR, cap: 'all' },
];

describe.each(caps)('$limit', ({ limit, window, cap }) => {
	const reason = 'tooManySends';

	it('lets as many codes be sent as it says, and no more', () => {
		expect(refusal([ago(2), ago(1)], { [limit]: 3 })).toBeUndefined();
		const until = NOW - 3 + window;
		expect(refusal([ago(3), ago(2), ago(1)], { [limit]: 3 })).toEqual({ reason, until, cap });
	});

	it('counts what was sent in its window', () => {
		expect(refusal([ago(window)], { [limit]: 1 })).toBeUndefined();
		const until = NOW + 1;
		expect(refusal([ago(window - 1)], { [limit]: 1 })).toEqual({ reason, until, cap });
	});

	it('waits until enough codes left the window, if it was lowered meanwhile', () => {
		const sends = [ago(2), ago(4), ago(3), ago(1)];
		expect(refusal(sends, { [limit]: 2 })?.until).toBe(NOW - 2 + window);
	});

	it('does not count what did not go out', () => {
		expect(refusal([ago(1, { isReturned: true })], { [limit]: 1, sendsInAll: 2 })).toBeUndefined();
	});
});

it('counts codes to other numbers for the address and in all only', () => {
	const others = [ago(1, { number: 'another' })];
	expect(refusal(others, { sendsPerNumber: 1 })).toBeUndefined();
	expect(refusal(others, { sendsPerAddress: 1 })?.cap).toBe('address an address');
	const elsewhere = [ago(1, { number: 'another', address: 'elsewhere' })];
	expect(refusal(elsewhere, { sendsPerAddress: 1 })).toBeUndefined();
	expect(refusal(elsewhere, { sendsInAll: 1 })?.cap).toBe('all');
});

it('does not count visitors together whose address is unknown', () => {
	const unknown = { number: 'a number', address: '' };
	const sends = [ago(1, { number: 'another', address: '' })];
	expect(refusal(sends, { sendsPerAddress: 1 }, unknown)).toBeUndefined();
});

describe('codes that did not go out', () => {
	const returned = (milliseconds: number) => ago(milliseconds, { isReturned: true });

	it('leave the number without a cool-down', () => {
		expect(refusal([returned(1)], { coolDown: HOUR })).toBeUndefined();
	});

	it('are as many in 10 minutes as may be sent in an hour, so that nobody keeps a provider busy', () => {
		const sends = [returned(TEN_MINUTES - 1), returned(1)];
		expect(refusal(sends, { sendsInAll: 3 })).toBeUndefined();
		expect(refusal(sends, { sendsInAll: 2 })).toEqual({ reason: 'unavailable', until: NOW + 1 });
		expect(refusal([returned(TEN_MINUTES), returned(1)], { sendsInAll: 2 })).toBeUndefined();
	});

	it('are not counted together with those that did', () => {
		expect(refusal([returned(1), ago(1)], { sendsInAll: 2 })).toBeUndefined();
	});
});

import { HOUR } from '../../../../nodes/shared/verification/limits';
import type { Limits, Send } from '../../../../nodes/shared/verification/limits';
import { readSnapshot } from '../../../../nodes/shared/verification/snapshot';
import { VerificationState } from '../../../../nodes/shared/verification/state';

const NOW = 1_800_000_000_000;
const to = { number: 'a number', address: 'an address' };
const LIMITS: Limits = { coolDown: 0, sendsPerNumber: 9, sendsPerAddress: 9, sendsInAll: 9 };
const EXPIRY = NOW + HOUR;

const reserve = (state: VerificationState) => state.reserve(to, LIMITS, NOW) as Send;

/** Two processes of one n8n. */
const pair = () => [new VerificationState(), new VerificationState()];

const merge = (state: VerificationState, other: VerificationState) =>
	state.merge(other.snapshot(NOW));

const sorted = (state: VerificationState) => {
	const { sends, trials, told } = readSnapshot(state.snapshot(NOW));
	const byId = <T>(rows: T[]) =>
		[...rows].sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
	return { sends: byId(sends), trials: byId(trials), told: byId(told) };
};

describe('merge', () => {
	it('adds up the sends of all processes, and counts none twice', () => {
		const [one, other] = pair();
		const [own, both] = [reserve(one), reserve(one)];
		merge(other, one);
		const last = reserve(other);
		merge(one, other);
		const ids = readSnapshot(one.snapshot(NOW)).sends.map(({ id }) => id);
		expect(ids.sort()).toEqual([own.id, both.id, last.id].sort());
	});

	it('takes over that a send did not go out, and never takes it back', () => {
		const [one, other] = pair();
		const send = reserve(one);
		merge(other, one);
		const before = other.snapshot(NOW);
		send.isReturned = true;
		merge(other, one);
		expect(readSnapshot(other.snapshot(NOW)).sends).toMatchObject([{ isReturned: true }]);
		other.merge(before);
		expect(readSnapshot(other.snapshot(NOW)).sends).toMatchObject([{ isReturned: true }]);
		merge(one, other);
		expect(send.isReturned).toBe(true);
	});

	it('lets a send be given back that another process told of meanwhile', () => {
		const [one, other] = pair();
		const [send, before] = [reserve(one), reserve(one)];
		before.isReturned = true;
		merge(other, one);
		reserve(other);
		merge(one, other);
		send.isReturned = true;
		const { sends } = readSnapshot(one.snapshot(NOW));
		const given = sends.filter(({ isReturned }) => isReturned).map(({ id }) => id);
		expect(given).toEqual([send.id, before.id]);
	});

	it('takes the most attempts that a process knows of', () => {
		const [one, other] = pair();
		Object.assign(one.trial('a', EXPIRY), { counted: 3, returned: 0 });
		Object.assign(other.trial('a', EXPIRY), { counted: 1, returned: 1 });
		merge(other, one);
		expect(other.trial('a', EXPIRY)).toMatchObject({ counted: 3, returned: 1 });
		merge(one, other);
		expect(one.trial('a', EXPIRY)).toMatchObject({ counted: 3, returned: 1 });
	});

	it.each(['isVerified', 'isTold'] as const)('keeps that a challenge %s', (what) => {
		const [one, other] = pair();
		one.trial('a', EXPIRY)[what] = true;
		const empty = other.trial('a', EXPIRY) && other.snapshot(NOW);
		one.merge(empty);
		expect(one.trial('a', EXPIRY)[what]).toBe(true);
		merge(other, one);
		expect(other.trial('a', EXPIRY)).toMatchObject({
			isVerified: false,
			isTold: false,
			[what]: true,
		});
	});

	it('keeps a challenge that only another process knows until it expires', () => {
		const [one, other] = pair();
		one.trial('a', EXPIRY).counted = 1;
		merge(other, one);
		expect(readSnapshot(other.snapshot(EXPIRY - 1)).trials).toMatchObject([{ expiry: EXPIRY }]);
		expect(readSnapshot(other.snapshot(EXPIRY)).trials).toEqual([]);
	});

	it('tells a cap again when the longest window has ended that a process knows of', () => {
		const [one, other] = pair();
		one.tell('all', NOW + 9, NOW);
		other.tell('all', NOW + 5, NOW);
		merge(one, other);
		merge(other, one);
		for (const state of [one, other]) {
			expect(state.tell('all', NOW + 20, NOW + 8)).toBe(false);
			expect(state.tell('all', NOW + 20, NOW + 9)).toBe(true);
		}
	});

	it('comes to the same in whatever order', () => {
		const states = [0, 1, 2].map((nth) => {
			const state = new VerificationState();
			reserve(state).isReturned = nth === 1;
			state.trial('a', EXPIRY).counted = nth;
			state.tell('all', NOW + 5 + nth, NOW);
			return state;
		});
		const snapshots = states.map((state) => state.snapshot(NOW));
		const merged = (texts: string[]) => {
			const state = new VerificationState();
			for (const text of texts) state.merge(text);
			return sorted(state);
		};
		expect(merged(snapshots)).toEqual(merged(snapshots.toReversed()));
		expect(merged([...snapshots, ...snapshots])).toEqual(merged(snapshots));
	});

	it('reads a snapshot once, because a long one takes as long as a request', () => {
		const [one, other] = pair();
		reserve(one);
		const read = jest.spyOn(JSON, 'parse');
		const text = one.snapshot(NOW);
		for (const known of [text, text, undefined]) one.merge(known);
		expect(read).not.toHaveBeenCalled();
		for (const known of [text, text, undefined]) other.merge(known);
		expect(read).toHaveBeenCalledTimes(1);
		read.mockRestore();
	});
});

import { HOUR, TEN_MINUTES } from '../../../../nodes/shared/verification/limits';
import type { Limits, Send } from '../../../../nodes/shared/verification/limits';
import { readSnapshot } from '../../../../nodes/shared/verification/snapshot';
import { stateOf, VerificationState } from '../../../../nodes/shared/verification/state';

const NOW = 1_800_000_000_000;
const to = { number: 'a number', address: 'an address' };
const LIMITS: Limits = { coolDown: 0, sendsPerNumber: 2, sendsPerAddress: 9, sendsInAll: 9 };

const reserve = (state: VerificationState, at = NOW, whom = to, limits = LIMITS) =>
	state.reserve(whom, limits, at);

/** Another process, or the same one after a restart, with what was kept. */
function after(state: VerificationState, now = NOW): VerificationState {
	const other = new VerificationState();
	other.merge(state.snapshot(now));
	return other;
}

describe('reserve', () => {
	it('counts a send before anything goes out', () => {
		const state = new VerificationState();
		expect(reserve(state)).toEqual({
			...{ id: expect.any(String) as string, at: NOW, isReturned: false },
			...to,
		});
		reserve(state);
		expect(reserve(state)).toHaveProperty('reason', 'tooManySends');
	});

	it('gives each send an ID of its own', () => {
		const state = new VerificationState();
		expect((reserve(state) as Send).id).not.toBe((reserve(state) as Send).id);
	});

	it('gives a send back that did not go out', () => {
		const state = new VerificationState();
		for (let nth = 0; nth < 5; nth++) (reserve(state) as Send).isReturned = true;
		expect(reserve(state)).toHaveProperty('id');
	});

	it('is bounded after a restart too', () => {
		const state = new VerificationState();
		reserve(state);
		reserve(state);
		expect(reserve(after(state))).toHaveProperty('reason', 'tooManySends');
	});
});

describe('coolUntil', () => {
	it('is when the number may get another code', () => {
		const state = new VerificationState();
		expect(state.coolUntil(to.number, 5)).toBe(0);
		reserve(state, NOW);
		reserve(state, NOW - 10);
		reserve(state, NOW + 10, { ...to, number: 'another' });
		expect(state.coolUntil(to.number, 5)).toBe(NOW + 5);
	});

	it('does not wait for a send that did not go out', () => {
		const state = new VerificationState();
		(reserve(state) as Send).isReturned = true;
		expect(state.coolUntil(to.number, 5)).toBe(0);
	});
});

describe('tell', () => {
	it('tells a reached cap once until its window ends', () => {
		const state = new VerificationState();
		expect(state.tell('all', NOW + 5, NOW)).toBe(true);
		expect(state.tell('all', NOW + 5, NOW + 4)).toBe(false);
		expect(state.tell('number', NOW + 5, NOW + 4)).toBe(true);
		expect(state.tell('all', NOW + 9, NOW + 5)).toBe(true);
	});

	it('does not tell it again after a restart', () => {
		const state = new VerificationState();
		state.tell('all', NOW + 5, NOW);
		const other = after(state);
		expect(other.tell('all', NOW + 5, NOW + 4)).toBe(false);
		expect(other.tell('all', NOW + 9, NOW + 5)).toBe(true);
	});
});

describe('a snapshot', () => {
	const kept = (state: VerificationState, now: number) => {
		const { sends, trials, told } = readSnapshot(state.snapshot(now));
		return [sends.length, trials.length, told.length];
	};

	it('does not grow for ever: what counts no more is dropped', () => {
		const state = new VerificationState();
		reserve(state);
		(reserve(state) as Send).isReturned = true;
		state.trial('a', NOW + 5);
		state.tell('all', NOW + 7, NOW);
		expect(kept(state, NOW + 4)).toEqual([2, 1, 1]);
		expect(kept(state, NOW + 5)).toEqual([2, 0, 1]);
		expect(kept(state, NOW + 7)).toEqual([2, 0, 0]);
		expect(kept(state, NOW + TEN_MINUTES - 1)).toEqual([2, 0, 0]);
		expect(kept(state, NOW + TEN_MINUTES)).toEqual([1, 0, 0]);
		expect(kept(state, NOW + HOUR - 1)).toEqual([1, 0, 0]);
		expect(kept(state, NOW + HOUR)).toEqual([0, 0, 0]);
	});

	it('says the same as long as nothing changes', () => {
		const state = new VerificationState();
		reserve(state);
		expect(state.snapshot(NOW + 1)).toBe(state.snapshot(NOW));
		expect(after(state).snapshot(NOW)).toBe(state.snapshot(NOW));
	});

	it.each([undefined, null, 5, {}, '', 'text', '{"sends":[[]]}'])('may be missing: %j', (text) => {
		const state = new VerificationState();
		reserve(state);
		const before = state.snapshot(NOW);
		state.merge(text);
		expect(state.snapshot(NOW)).toBe(before);
	});
});

describe('stateOf', () => {
	it('is one for each trigger', () => {
		const state = stateOf('workflow', 'node', 'production');
		expect(stateOf('workflow', 'node', 'production')).toBe(state);
		expect(stateOf('workflow', 'node', 'test')).not.toBe(state);
		expect(stateOf('workflow', 'other', 'production')).not.toBe(state);
		expect(stateOf('workflownode', '', 'production')).not.toBe(state);
	});

	it('keeps the 1000 triggers that were used last', () => {
		const [used, unused] = [stateOf('used'), stateOf('unused')];
		for (let nth = 0; nth < 998; nth++) stateOf('filler', String(nth));
		expect(stateOf('used')).toBe(used);
		expect(stateOf('unused')).toBe(unused);
		expect(stateOf('used')).toBe(used);
		stateOf('one more');
		expect(stateOf('used')).toBe(used);
		expect(stateOf('unused')).toBe(unused);
		stateOf('used');
		for (let nth = 0; nth < 999; nth++) stateOf('later', String(nth));
		expect(stateOf('used')).toBe(used);
		expect(stateOf('unused')).not.toBe(unused);
	});
});

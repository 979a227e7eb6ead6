import type { Limits } from '../../../../nodes/shared/verification/limits';
import { VerificationState } from '../../../../nodes/shared/verification/state';

const NOW = 1_800_000_000_000;
const to = { number: 'a number', address: 'an address' };

describe('a snapshot that a state was made into or merged with', () => {
	const LIMITS: Limits = { coolDown: 0, sendsPerNumber: 99, sendsPerAddress: 99, sendsInAll: 99 };
	const readings = (work: () => void) => {
		const parse = jest.spyOn(JSON, 'parse');
		work();
		const { length } = parse.mock.calls;
		parse.mockRestore();
		return length;
	};
	const grow = (state: VerificationState) => {
		state.reserve(to, LIMITS, NOW);
		return state.snapshot(NOW);
	};

	it('is not read again while it is among the latest 20', () => {
		const state = new VerificationState();
		const texts = Array.from({ length: 21 }, () => grow(state));
		expect(readings(() => state.merge(texts[1]))).toBe(0);
		expect(readings(() => state.merge(texts[20]))).toBe(0);
		expect(readings(() => state.merge(texts[0]))).toBe(1);
		expect(readings(() => state.merge(texts[0]))).toBe(0);
	});

	it('is read where another process made it', () => {
		const [one, other] = [new VerificationState(), new VerificationState()];
		expect(readings(() => one.merge(grow(other)))).toBe(1);
	});
});

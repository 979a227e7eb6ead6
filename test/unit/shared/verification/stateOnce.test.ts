import { VerificationState } from '../../../../nodes/shared/verification/state';

const NOW = 1_800_000_000_000;
const state = () => new VerificationState();

/** Work that counts how often it is done. */
function work(...answers: Array<{ keptUntil?: number; output?: unknown }>) {
	return jest.fn(async () => await Promise.resolve({ nth: answers.length, ...answers.shift() }));
}

describe('once', () => {
	it('gives the same request the same answer, and starts the workflow once', async () => {
		const one = state();
		const sent = work({ keptUntil: NOW + 5, output: 'item' });
		expect(await one.once('a', sent)).toMatchObject({ nth: 1, output: 'item' });
		const again = await one.once('a', sent);
		expect(again).toMatchObject({ nth: 1 });
		expect(again.output).toBeUndefined();
		expect(sent).toHaveBeenCalledTimes(1);
	});

	it('works once for requests that come at once', async () => {
		const one = state();
		const sent = work({ keptUntil: NOW + 5, output: 'item' });
		const answers = await Promise.all([1, 2, 3].map(async () => await one.once('a', sent)));
		expect(answers.map(({ output }) => output)).toEqual(['item', undefined, undefined]);
		expect(sent).toHaveBeenCalledTimes(1);
	});

	it('keeps a request that is under way, however long it takes', async () => {
		const one = state();
		let finish!: (answer: { keptUntil: number }) => void;
		const slow = new Promise<{ keptUntil: number }>((resolve) => (finish = resolve));
		const first = one.once('a', async () => await slow);
		one.snapshot(NOW * 2);
		const sent = work();
		const second = one.once('a', sent);
		finish({ keptUntil: NOW * 3 });
		await Promise.all([first, second]);
		expect(sent).not.toHaveBeenCalled();
	});

	it('answers other requests, and those without an ID, on their own', async () => {
		const one = state();
		const sent = work({ keptUntil: NOW }, { keptUntil: NOW }, { keptUntil: NOW }, {});
		for (const request of ['a', 'b', undefined, undefined])
			expect(await one.once(request, sent)).toHaveProperty('nth');
		expect(sent).toHaveBeenCalledTimes(4);
	});

	it('keeps an answer for the time that it names', async () => {
		const one = state();
		const sent = work({ keptUntil: NOW + 5 }, {});
		await one.once('a', sent);
		one.snapshot(NOW + 4);
		await one.once('a', sent);
		expect(sent).toHaveBeenCalledTimes(1);
		one.snapshot(NOW + 5);
		await one.once('a', sent);
		expect(sent).toHaveBeenCalledTimes(2);
	});

	it('tries again after an answer that names none', async () => {
		const one = state();
		const sent = work({ output: 'first' }, { output: 'second' });
		expect(await one.once('a', sent)).toMatchObject({ output: 'first' });
		expect(await one.once('a', sent)).toMatchObject({ output: 'second' });
	});

	it('tries again after work that was broken off', async () => {
		const one = state();
		const fails = async () => await Promise.reject(new Error('broken off'));
		await expect(one.once('a', fails)).rejects.toThrow('broken off');
		expect(await one.once('a', work({}))).toMatchObject({ nth: 1 });
	});
});

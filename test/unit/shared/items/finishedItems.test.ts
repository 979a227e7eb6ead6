import type { IContextObject, IDataObject, INode } from 'n8n-workflow';
import { FinishedItems } from '../../../../nodes/shared/items/finishedItems';
import { fakeExecution } from '../../support/execution';

const notesOf = (kept: IContextObject, runIndex = 0, operation = 'create') =>
	new FinishedItems(fakeExecution({ kept, runIndex }).context, operation);
const node = (settings: Partial<INode> = {}) => settings as INode;
const withError = { error: 'no' };

it('has no notes at first', () => {
	expect(notesOf({}).of(0)).toEqual({});
});

it('returns in a later try the notes of an earlier try', () => {
	const kept = {};
	const first = notesOf(kept);
	expect(first.finish(2, [{ a: 1 }])).toEqual([{ a: 1 }]);
	first.add(3, { accepted: { '+84': { b: 2 } } });
	const later = notesOf(kept);
	expect(later.of(2)).toEqual({ output: [{ a: 1 }] });
	expect(later.of(3)).toEqual({ accepted: { '+84': { b: 2 } } });
	expect(later.of(1)).toEqual({});
});

it('adds to a note, and replaces it when the item is finished', () => {
	const notes = notesOf({});
	const unknown = { executionId: '1', message: 'm', description: 'd' };
	notes.add(0, { accepted: { a: {} } });
	notes.add(0, { unknown });
	expect(notes.of(0)).toEqual({ accepted: { a: {} }, unknown });
	notes.finish(0, []);
	expect(notes.of(0)).toEqual({ output: [] });
});

it('notes recipients of any name, one by one, as plain JSON', () => {
	const kept = {};
	const notes = notesOf(kept);
	notes.accept(0, '__proto__', { a: 1 });
	notes.accept(0, '+84', { b: 1 });
	notes.accept(0, '+84', { b: 2 });
	const stored = JSON.parse(JSON.stringify(kept)) as Record<string, object>;
	expect(JSON.stringify(stored['finished create 0'])).toBe(
		'{"0":{"accepted":{"__proto__":{"a":1},"+84":{"b":2}}}}',
	);
	const accepted = notes.of(0).accepted!;
	delete accepted['+84'];
	expect(Object.keys(accepted)).toEqual(['__proto__']);
});

it('keeps operations and run indexes apart', () => {
	const kept = {};
	notesOf(kept).finish(0, [{ a: 1 }]);
	expect(notesOf(kept, 1).of(0)).toEqual({});
	expect(notesOf(kept, 0, 'resend').of(0)).toEqual({});
	expect(notesOf(kept).of(0)).toEqual({ output: [{ a: 1 }] });
});

it("keeps its notes in the node's context as plain JSON, which n8n stores with the execution", () => {
	const kept = {};
	notesOf(kept, 1).finish(0, [{ a: 1 }]);
	expect(JSON.parse(JSON.stringify(kept))).toEqual({
		'finished create 1': { 0: { output: [{ a: 1 }] } },
	});
});

describe('dropUnlessTriedAgain', () => {
	/** How many times the notes of a failing run in continue mode outlive it. */
	function triesThatKeep(settings: Partial<INode>, output: object | undefined = withError): number {
		const kept = {};
		for (let tries = 0; tries < 10; tries++) {
			const notes = notesOf(kept);
			notes.finish(0, [{}]);
			notes.dropUnlessTriedAgain(node(settings), output as never);
			if (Object.keys(kept).length === 0) return tries;
		}
		return Infinity;
	}

	// n8n tries maxTries times, 2 to 5, and 3 where nothing is set (n8n-core, getRetryParams).
	it.each([
		[{ retryOnFail: true }, 2],
		[{ retryOnFail: true, maxTries: 0 }, 2],
		[{ retryOnFail: true, maxTries: 1 }, 1],
		[{ retryOnFail: true, maxTries: 2 }, 1],
		[{ retryOnFail: true, maxTries: 4 }, 3],
		[{ retryOnFail: true, maxTries: 5 }, 4],
		[{ retryOnFail: true, maxTries: 9 }, 4],
		[{ retryOnFail: false, maxTries: 5 }, 0],
		[{}, 0],
	])('with the settings %j keeps the notes %j times', (settings, expected) => {
		expect(triesThatKeep(settings)).toBe(expected);
	});

	// What n8n takes for a failed output (n8n-core, checkFailure).
	it.each<[IDataObject | undefined, boolean]>([
		[undefined, false],
		[{}, false],
		[{ error: null }, false],
		[{ error: false }, false],
		[{ error: 'no' }, true],
		[{ error: '' }, true],
		[{ error: 0 }, true],
	])('with the first output %j keeps the notes: %j', (output, isKept) => {
		const kept = {};
		const notes = notesOf(kept);
		notes.finish(0, [{}]);
		notes.dropUnlessTriedAgain(node({ retryOnFail: true }), output);
		expect(Object.keys(kept).length > 0).toBe(isKept);
	});

	it('counts tries beside the notes, for its own run index', () => {
		const kept = {};
		const notes = notesOf(kept, 1);
		notes.finish(0, [{}]);
		notes.dropUnlessTriedAgain(node({ retryOnFail: true }), withError);
		expect(kept).toEqual({
			'finished create 1': { 0: { output: [{}] } },
			'finished create 1 tries': 1,
		});
	});

	it('keeps the notes of other run indexes', () => {
		const kept = {};
		notesOf(kept, 1).finish(0, [{ a: 1 }]);
		notesOf(kept).finish(0, [{}]);
		notesOf(kept).dropUnlessTriedAgain(node(), {});
		expect(notesOf(kept).of(0)).toEqual({});
		expect(notesOf(kept, 1).of(0)).toEqual({ output: [{ a: 1 }] });
	});
});

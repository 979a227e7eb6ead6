import type { IContextObject, IDataObject, INode } from 'n8n-workflow';
import { FinishedItems } from '../../../../nodes/shared/items/finishedItems';
import { fakeExecution } from '../../support/execution';

const notesOf = (kept: IContextObject, runIndex = 0, operation = 'create') =>
	new FinishedItems(fakeExecution({ kept, runIndex }).context, operation);
const node = (settings: Partial<INode> = {}) => settings as INode;

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

describe('end', () => {
	/** Whether the notes of a run that ended so are found by the next try. */
	function isKept(settings: Partial<INode>, output?: IDataObject): boolean {
		const kept = {};
		const notes = notesOf(kept);
		notes.finish(0, [{ a: 1 }]);
		notes.end(node(settings), output);
		expect(JSON.stringify(kept)).toBe('{}');
		return notesOf(kept).of(0).output !== undefined;
	}

	// n8n before 2.41 tries again after null and false as well (n8n-core, checkFailure).
	it.each<[IDataObject | undefined, boolean]>([
		[undefined, false],
		[{}, false],
		[{ error: null }, true],
		[{ error: false }, true],
		[{ error: 'no' }, true],
		[{ error: '' }, true],
	])('keeps notes without storing them after the first output %j: %j', (...row) => {
		const [output, expected] = row;
		expect(isKept({ retryOnFail: true }, output)).toBe(expected);
		expect(isKept({ retryOnFail: false }, output)).toBe(false);
	});

	it('stores the notes of the next try again, which may be cancelled', () => {
		const kept = {};
		notesOf(kept).finish(0, [{ a: 1 }]);
		notesOf(kept).end(node({ retryOnFail: true }), { error: 'no' });
		notesOf(kept).finish(1, [{ b: 2 }]);
		expect(JSON.parse(JSON.stringify(kept))).toEqual({
			'finished create 0': { 0: { output: [{ a: 1 }] }, 1: { output: [{ b: 2 }] } },
		});
	});

	it('drops the notes after any number of tries, if one succeeds', () => {
		const kept = {};
		for (const output of [{ error: 'no' }, { error: 'no' }, {}]) {
			notesOf(kept).finish(0, [{}]);
			notesOf(kept).end(node({ retryOnFail: true }), output);
		}
		expect(Object.getOwnPropertyNames(kept)).toEqual([]);
	});

	it('keeps the notes of other run indexes', () => {
		const kept = {};
		notesOf(kept, 1).finish(0, [{ a: 1 }]);
		notesOf(kept).finish(0, [{}]);
		notesOf(kept).end(node(), {});
		expect(notesOf(kept).of(0)).toEqual({});
		expect(notesOf(kept, 1).of(0)).toEqual({ output: [{ a: 1 }] });
	});
});

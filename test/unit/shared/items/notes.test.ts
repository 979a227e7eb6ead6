import type { IContextObject } from 'n8n-workflow';
import { failed } from '../../../../nodes/shared/failure';
import { Notes } from '../../../../nodes/shared/items/notes';
import { fakeExecution } from '../../support/execution';
import type { Setting } from '../../support/execution';

const notesOf = (kept: IContextObject, setting: Setting = {}, operation = 'create') =>
	new Notes(fakeExecution({ ...setting, kept }).context, operation);
const unknown = failed({ name: 'Node', type: 'test' } as never, 0, {
	message: 'Lost',
	description: 'Look it up.',
	outcome: 'unknown',
});
const asStored = (kept: IContextObject) => JSON.parse(JSON.stringify(kept)) as IContextObject;
const tool = { node: { type: 'package.antBuddyVoiceOtpTool' } };

it('has no notes at first, and stores nothing', () => {
	const kept = {};
	expect(notesOf(kept).take('A')).toBeUndefined();
	expect(kept).toEqual({});
});

describe('a note', () => {
	it('is found by the next try, once, whatever the order', () => {
		const kept = {};
		const first = notesOf(kept);
		first.finish('A', { a: 1 });
		first.finish('B', { b: 1 });
		const later = notesOf(asStored(kept));
		expect(later.take('B')).toEqual({ subject: 'B', output: { b: 1 } });
		expect(later.take('A')?.output).toEqual({ a: 1 });
		expect(later.take('A')).toBeUndefined();
	});

	it('counts for no other item of the run that made it', () => {
		const notes = notesOf({});
		notes.finish('A', { a: 1 });
		expect(notes.take('A')).toBeUndefined();
	});

	it('counts once for each time that its subject was carried out', () => {
		const kept = {};
		const first = notesOf(kept);
		first.finish('A', { nth: 1 });
		first.finish('A', { nth: 2 });
		const later = notesOf(kept);
		expect([1, 2, 3].map(() => later.take('A')?.output?.nth)).toEqual([1, 2, undefined]);
	});

	it.each<[string | undefined, string | undefined, boolean]>([
		['key.code', 'key.code', true],
		['key.code', 'key.other', false],
		['key.code', 'another.other', true],
		[undefined, 'key.code', true],
		['key.code', undefined, true],
	])('sealed as %s counts for a request sealed as %s: %j', (made, asked, counts) => {
		const kept = {};
		notesOf(kept).finish('A', { a: 1 }, made);
		expect(notesOf(kept).take('A', asked) !== undefined).toBe(counts);
	});

	it('stays for the request that it belongs to where another code is asked for', () => {
		const kept = {};
		notesOf(kept).finish('A', { a: 1 }, 'key.code');
		const later = notesOf(kept);
		expect(later.take('A', 'key.other')).toBeUndefined();
		expect(later.take('A', 'key.code')?.output).toEqual({ a: 1 });
	});

	it('counts only for its operation and its run index', () => {
		const kept = {};
		notesOf(kept).finish('A', { a: 1 });
		expect(notesOf(kept, { runIndex: 1 }).take('A')).toBeUndefined();
		expect(notesOf(kept, {}, 'resend').take('A')).toBeUndefined();
		expect(notesOf(kept).take('A')).toBeDefined();
	});

	it('is plain JSON, for subjects of any name', () => {
		const kept = {};
		notesOf(kept).finish('__proto__', { a: 1 }, 'key.code');
		const { 'finished create 0': stored } = asStored(kept);
		expect(stored).toEqual([{ subject: '__proto__', output: { a: 1 }, seal: 'key.code' }]);
		expect(notesOf(kept).take('__proto__')?.output).toEqual({ a: 1 });
	});

	it('of version 0.2.0 counts for its phone number or OTP ID', () => {
		const kept = {
			'finished create 0': {
				0: { output: [{ phoneNumber: '+84' }, { phoneNumber: '+66' }] },
				2: { accepted: { '+31': { phoneNumber: '+31' } }, unknown: { executionId: '1' } },
				3: { output: [{ otpId: 'id' }] },
			},
		};
		const notes = notesOf(kept);
		const found = ['+84', '+66', '+31', 'id', ''].map((subject) => notes.take(subject)?.output);
		expect(found).toEqual([
			{ phoneNumber: '+84' },
			{ phoneNumber: '+66' },
			{ phoneNumber: '+31' },
			{ otpId: 'id' },
			undefined,
		]);
	});
});

describe('a note of an unknown outcome', () => {
	it('counts for later tries of the same execution, whatever the code', () => {
		const kept = {};
		notesOf(kept).noteUnknown('A', unknown);
		expect(notesOf(kept).take('A', 'key.code')?.unknown).toEqual({
			executionId: '1',
			message: 'Lost',
			description: 'Look it up.',
		});
	});

	it('does not count for Retry, which is another execution', () => {
		const kept = {};
		notesOf(kept).noteUnknown('A', unknown);
		expect(notesOf(kept, { executionId: '2' }).take('A')).toBeUndefined();
	});

	it('counts after one that was carried out', () => {
		const kept = {};
		const first = notesOf(kept);
		first.noteUnknown('A', unknown);
		first.finish('A', { a: 1 });
		const later = notesOf(kept);
		expect(later.take('A')?.output).toEqual({ a: 1 });
		expect(later.take('A')?.unknown).toBeDefined();
	});

	it('has a description at least', () => {
		const kept = {};
		notesOf(kept).noteUnknown('A', Object.assign(unknown, { description: null }));
		expect(notesOf(kept).take('A')?.unknown?.description).toBe('');
	});
});

describe('end', () => {
	it('drops the notes of the run index, and no others', () => {
		const kept = {};
		notesOf(kept, { runIndex: 1 }).finish('A', { a: 1 });
		notesOf(kept).finish('B', {});
		notesOf(kept).end();
		expect(Object.keys(kept)).toEqual(['finished create 1']);
	});

	it('drops of a tool what the call itself carried out, and keeps the rest', () => {
		const kept = {};
		const [one, other] = [notesOf(kept, tool), notesOf(kept, { ...tool, runIndex: 1 })];
		one.finish('A', { a: 1 });
		other.finish('B', { b: 1 });
		other.noteUnknown('C', unknown);
		one.end();
		expect(asStored(kept)['finished create tool']).toMatchObject([
			{ subject: 'B' },
			{ subject: 'C' },
		]);
		other.end();
		expect(asStored(kept)['finished create tool']).toMatchObject([{ subject: 'C' }]);
	});

	it('drops of a tool what an earlier try carried out', () => {
		const kept = {};
		notesOf(kept, tool).finish('A', { a: 1 });
		const later = notesOf(kept, { ...tool, runIndex: 1 });
		expect(later.take('A')?.output).toEqual({ a: 1 });
		later.end();
		expect(kept).toEqual({});
	});
});

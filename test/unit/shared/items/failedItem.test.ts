import type { INode } from 'n8n-workflow';
import { failed, invalid } from '../../../../nodes/shared/failure';
import type { NodeFailure } from '../../../../nodes/shared/failure';
import { errorOutput, stopError } from '../../../../nodes/shared/items/failedItem';
import { seenOf } from '../../support/failure';

const node = { name: 'Node', type: 'test' } as INode;
const refused = (index: number, status?: number) =>
	failed(node, index, {
		message: `No ${index}`,
		description: 'Do this.',
		outcome: 'refused',
		status,
	});
const unknown = (index: number) =>
	failed(node, index, { message: 'Lost', description: 'Look.', outcome: 'unknown' });
const progress = { total: 10, finished: 3, sends: true };

describe('stopError', () => {
	it('returns the failure of the lowest index, whichever item failed first', () => {
		const failures = new Map<number, NodeFailure>(
			[9, 2, 10].map((index) => [index, refused(index)]),
		);
		const error = stopError(failures, progress);
		expect(error).toBe(failures.get(2));
		expect(seenOf(error)).toMatchObject({ message: 'No 2 [item 2]', itemIndex: 2 });
	});

	it.each([
		[
			true,
			'Do this. 3 of 10 items were sent before that; neither Retry On Fail nor Retry on the failed execution repeats those.',
		],
		[false, 'Do this. 3 of 10 items were done before that.'],
	])('says how far the run got, sending or not: %j', (sends, expected) => {
		const { description } = stopError(new Map([[0, refused(0)]]), { ...progress, sends });
		expect(description).toBe(expected);
	});

	const unknownOnes = (indexes: number[]) =>
		new Map<number, NodeFailure>([
			[0, refused(0)],
			...indexes.map((index): [number, NodeFailure] => [index, unknown(index)]),
		]);

	it.each([
		[[4], '1 item has an unknown outcome: 4.'],
		[[10, 9, 2], '3 items have an unknown outcome: 2, 9, 10.'],
		[
			Array.from({ length: 22 }, (_, n) => n + 1),
			'22 items have an unknown outcome: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20 and 2 more.',
		],
	])('names the items whose outcome is unknown: %j', (indexes, sentence) => {
		expect(stopError(unknownOnes(indexes), progress).description).toMatch(
			new RegExp(` repeats those\\. ${sentence.replaceAll('.', '\\.')}$`),
		);
		const quiet = stopError(unknownOnes(indexes), { ...progress, sends: false });
		expect(quiet.description).not.toContain('unknown');
	});

	it('says nothing about progress for a single item', () => {
		const single = { total: 1, finished: 0, sends: true };
		expect(stopError(new Map([[0, refused(0)]]), single).description).toBe('Do this.');
		expect(stopError(new Map([[0, unknown(0)]]), single).description).toBe('Look.');
	});

	it('accepts a failure without a description', () => {
		const failure = invalid(node, 0, 'No', '');
		expect(stopError(new Map([[0, failure]]), progress).description).toMatch(/^3 of 10 items/);
		const single = { total: 1, finished: 0, sends: true };
		expect(stopError(new Map([[0, invalid(node, 0, 'No', '')]]), single).description).toBe('');
	});
});

describe('errorOutput', () => {
	it('has the keys by which n8n recognizes an error', () => {
		expect(errorOutput(refused(4, 429), 4)).toEqual({
			error: 'No 4 [item 4]',
			details: { description: 'Do this.', outcome: 'refused', itemIndex: 4, httpStatus: 429 },
		});
	});

	it('has only error and message for an older n8n', () => {
		expect(errorOutput(refused(4, 429), 4, true)).toEqual({
			error: 'No 4 [item 4]',
			message: 'Do this.',
		});
		expect(errorOutput(invalid(node, 1, 'No', ''), 1, true).message).toBe('No');
	});

	it('has no status without an answer', () => {
		expect(errorOutput(refused(0), 0).details).toEqual({
			description: 'Do this.',
			outcome: 'refused',
			itemIndex: 0,
		});
		expect(errorOutput(invalid(node, 1, 'No', ''), 1)).toEqual({
			error: 'No [item 1]',
			details: { description: '', outcome: 'notSent', itemIndex: 1 },
		});
	});
});

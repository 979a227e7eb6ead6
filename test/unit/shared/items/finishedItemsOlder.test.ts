import type { INode } from 'n8n-workflow';
import { FinishedItems } from '../../../../nodes/shared/items/finishedItems';
import { fakeExecution } from '../../support/execution';

jest.mock('../../../../nodes/shared/olderN8n', () => ({ isOlderN8n: () => true }));

// n8n 1 and 2.0 try again whatever `error` the first output has: an answer may have null there.
it.each([
	[{ error: null }, true],
	[{ error: false }, true],
	[{ error: 'no' }, true],
	[{}, false],
])('keeps the notes of an older n8n after %j: %j', (output, isKept) => {
	const kept = {};
	const notes = new FinishedItems(fakeExecution({ kept }).context, 'create');
	notes.finish(0, [{}]);
	notes.dropUnlessTriedAgain({ retryOnFail: true } as INode, output);
	expect(Object.keys(kept).length > 0).toBe(isKept);
});

import { Item } from '../../../nodes/shared/items/item';
import { Notes } from '../../../nodes/shared/items/notes';
import type { Provider } from '../../../nodes/shared/provider';
import { Run } from '../../../nodes/shared/request/run';
import { fakeExecution } from './execution';
import type { Setting } from './execution';

/** The simplest provider there can be. */
export const testProvider: Provider = {
	name: 'Provider',
	baseUrl: 'https://api.example.com/v1',
	credentialType: 'testApi',
	credentialName: 'Provider API',
	secretOf: ({ password }) => String(password),
};

/** An item, and the run around it, over n8n's functions as {@link fakeExecution} fakes them. */
export interface TestItem extends ReturnType<typeof fakeExecution> {
	item: Item;
	run: Run;
	notes: Notes;
}

const credential = { password: 'secret', baseUrl: 'https://api.example.com/v1' };

/** The item at this index (0 unless given) of an execution. */
export async function itemOf(
	setting: Setting & { provider?: Provider; index?: number } = {},
): Promise<TestItem> {
	const execution = fakeExecution({ credential, ...setting });
	const run = new Run(execution.context, setting.provider ?? testProvider);
	const index = setting.index ?? 0;
	const notes = new Notes(execution.context, 'create');
	const item = new Item(run, index, await run.credentialFor(index), notes);
	return { ...execution, run, notes, item };
}

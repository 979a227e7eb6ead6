import type { IDataObject } from 'n8n-workflow';
import type { Item } from '../../../nodes/shared/items/item';
import type { Operation } from '../../../nodes/shared/items/operation';
import { runItems } from '../../../nodes/shared/items/runItems';
import { fakeExecution } from './execution';
import type { Setting } from './execution';
import { testProvider } from './item';

/** An operation that does what the test says, as Call: Create. */
export const sending = (
	work: (item: Item) => Promise<IDataObject | IDataObject[]>,
	sends = true,
): Operation => ({
	value: 'create',
	name: 'Create',
	action: 'Create a call',
	description: 'Create a call',
	fields: [],
	sends,
	execute: work,
});

const parameters = { resource: 'call', operation: 'create' };

/** Runs a node that offers only this operation. */
export async function runOperation(operation: Operation, setting: Setting = {}) {
	const execution = fakeExecution({
		credential: { password: 'secret', baseUrl: 'https://api.example.com' },
		...setting,
		parameters: { ...parameters, ...setting.parameters },
	});
	const resources = [{ value: 'call', name: 'Call', operations: [operation] }];
	const outputs = await runItems(execution.context, { provider: testProvider, resources });
	return { ...execution, outputs };
}

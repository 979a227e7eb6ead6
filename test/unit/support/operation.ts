import type { IDataObject } from 'n8n-workflow';
import type { Operation } from '../../../nodes/shared/items/operation';
import type { Provider } from '../../../nodes/shared/provider';
import { bodyOf, json } from './execution';
import type { Setting } from './execution';
import { itemOf } from './item';

/** Runs one operation for one item, with `{ id: 7 }` for an answer unless `respond` gives another. */
export async function execute(operation: Operation, provider: Provider, setting: Setting) {
	const { item, sent, notes } = await itemOf({
		respond: () => json({ id: 7 }),
		...setting,
		provider,
	});
	const output = await operation.execute(item);
	return { output, sent, notes };
}

/** The JSON bodies that the operation sends with these parameters. */
export async function bodiesOf(
	operation: Operation,
	provider: Provider,
	parameters: IDataObject,
	respond: Setting['respond'] = () => json({ id: 7 }),
) {
	const { sent } = await execute(operation, provider, { parameters, respond });
	return sent.map(bodyOf);
}

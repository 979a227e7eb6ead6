import type { IDataObject } from 'n8n-workflow';
import type { Operation } from '../../../nodes/shared/items/operation';
import type { Provider } from '../../../nodes/shared/provider';
import { bodyOf, json } from './execution';
import type { Setting } from './execution';
import { itemOf } from './item';

/** What every provider takes for a yes. */
const YES = { id: 7, otpId: 'OTP-7', 'call-id': 'call-7' };

/** Runs one operation for one item, with {@link YES} for an answer unless `respond` gives another. */
export async function execute(operation: Operation, provider: Provider, setting: Setting) {
	const { item, sent, notes } = await itemOf({
		respond: () => json(YES),
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
	respond: Setting['respond'] = () => json(YES),
) {
	const { sent } = await execute(operation, provider, { parameters, respond });
	return sent.map(bodyOf);
}

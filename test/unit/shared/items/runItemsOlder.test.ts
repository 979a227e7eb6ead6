import { isOlderN8n } from '../../../../nodes/shared/olderN8n';
import { runOperation, sending } from '../../support/operations';

jest.mock('../../../../nodes/shared/olderN8n', () => ({ isOlderN8n: jest.fn() }));

const refused = sending(async (item) => await Promise.reject(item.invalid('No', 'Do this.')));

// n8n 1 and 2.0 send an item to the error output only if it has no keys but `error` and `message`.
it.each([
	[true, 'continueErrorOutput', ['error', 'message']],
	[true, 'continueRegularOutput', ['error', 'details']],
	[false, 'continueErrorOutput', ['error', 'details']],
	[false, 'continueRegularOutput', ['error', 'details']],
] as const)(
	'in an older n8n (%j), with On Error %s, puts out a failed item as %j',
	async (isOlder, onError, keys) => {
		jest.mocked(isOlderN8n).mockReturnValue(isOlder);
		const { outputs } = await runOperation(refused, { continueOnFail: true, node: { onError } });
		expect(outputs[0].map(({ json }) => Object.keys(json))).toEqual([keys]);
	},
);

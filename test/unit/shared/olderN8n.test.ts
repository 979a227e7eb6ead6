import { errorOutputTakesDetails } from '../../../nodes/shared/olderN8n';
import type * as olderN8n from '../../../nodes/shared/olderN8n';
import { runOperation, sending } from '../support/operations';

jest.mock('../../../nodes/shared/olderN8n', () => {
	const actual = jest.requireActual<typeof olderN8n>('../../../nodes/shared/olderN8n');
	return { ...actual, errorOutputTakesDetails: jest.fn(actual.errorOutputTakesDetails) };
});

const refused = sending(async (item) => await Promise.reject(item.invalid('No', 'Do this.')));

it('is true for this n8n, and false for an n8n without the function', () => {
	expect(errorOutputTakesDetails()).toBe(true);
	expect(errorOutputTakesDetails({})).toBe(false);
});

it.each([
	['older', 'continueErrorOutput', ['error', 'message']],
	['older', 'continueRegularOutput', ['error', 'details']],
	['new', 'continueErrorOutput', ['error', 'details']],
	['new', 'continueRegularOutput', ['error', 'details']],
] as const)(
	'in %s n8n, with On Error %s, puts out a failed item as %j',
	async (n8n, onError, keys) => {
		jest.mocked(errorOutputTakesDetails).mockReturnValue(n8n === 'new');
		const { outputs } = await runOperation(refused, { continueOnFail: true, node: { onError } });
		expect(outputs[0].map(({ json }) => Object.keys(json))).toEqual([keys]);
	},
);

import { REACHING, REQUESTING } from '../../providers';
import type { OperationCase } from '../../providers';
import type { NodeRunResult } from '../../support/engine';
import { NodeTest } from '../../support/nodeTest';

interface ItemsCase extends OperationCase {
	/** Three values for the parameter that differs from item to item. */
	values: string[];
	/** One that is refused before any request, and the beginning of its message. */
	wrong: string;
	message: string;
	/** The field of an output that identifies its item. */
	keyOf: string;
}

const values = ['+84919273001', '+84919273002', '+84919273003'];
const ids = ['id-1', 'id-2', 'id-3'];
const fromValue = (operation: OperationCase, name: string) => ({
	...operation,
	parameters: { ...operation.parameters, [name]: '={{ $json.value }}' },
});

const REACHING_CASES = REACHING.map(
	(operation): ItemsCase => ({
		...fromValue(operation, operation.recipient.parameter),
		...{ values, wrong: 'nobody', keyOf: 'phoneNumber' },
		message: `${operation.recipient.label} “nobody” is not`,
	}),
);
/** Whatever asks about an earlier message says in its output which one. */
const ASKING_CASES = REQUESTING.filter(({ sends }) => !sends).flatMap((operation): ItemsCase[] => {
	const { follows } = operation;
	if (!follows) return [];
	const { parameter, label } = follows;
	const own = { values: ids, wrong: ' ', message: `${label} is empty`, keyOf: parameter };
	return [{ ...fromValue(operation, parameter), ...own }];
});

const itemsOf = (values: string[]) => values.map((value, index) => ({ value, name: `n${index}` }));
const withWrong = ({ values, wrong }: ItemsCase) => itemsOf([values[0], wrong, values[2]]);
const pairs = ({ output }: Pick<NodeRunResult, 'output'>, { keyOf }: ItemsCase) =>
	output.map(({ json, pairedItem }) => [json[keyOf], pairedItem]);

describe.each([...REACHING_CASES, ...ASKING_CASES])('several items of $name', (operation) => {
	const { type, parameters, values, message } = operation;
	const test = new NodeTest(type, parameters);

	it('come out in the order of the input, each paired with it, whichever answer comes first', async () => {
		for (const [skip, latency] of [60, 30].entries())
			test.sandbox.addFault({ match: { method: 'POST' }, skip, times: 1, do: { latency } });
		const result = await test.run({ items: itemsOf(values) });
		expect(result.error).toBeUndefined();
		expect(pairs(result, operation)).toEqual(values.map((value, item) => [value, { item }]));
	});

	it('put an invalid item out at its place with continueRegularOutput', async () => {
		const settings = { onError: 'continueRegularOutput' } as const;
		const { output } = await test.run({ items: withWrong(operation), settings });
		expect(test.sent).toHaveLength(2);
		expect(pairs({ output: [output[0], output[2]] }, operation)).toEqual([
			[values[0], { item: 0 }],
			[values[2], { item: 2 }],
		]);
		const [, { json, pairedItem }] = output;
		expect(pairedItem).toEqual({ item: 1 });
		expect(Object.keys(json)).toEqual(['error', 'details']);
		expect(json.error).toMatch(new RegExp(`^${message}.* \\[item 1\\]$`));
		expect(json.details).toEqual({
			...{ description: expect.stringMatching(/^[A-Z].*\.$/), outcome: 'notSent', itemIndex: 1 },
		});
	});

	it('put an invalid item with its input on the error output with continueErrorOutput', async () => {
		const settings = { onError: 'continueErrorOutput' } as const;
		const items = withWrong(operation);
		const { outputs } = await test.run({ items, settings });
		expect(outputs).toHaveLength(2);
		expect(pairs({ output: outputs[0]! }, operation)).toEqual([
			[values[0], { item: 0 }],
			[values[2], { item: 2 }],
		]);
		expect(outputs[1]).toEqual([
			{
				json: {
					...items[1],
					error: expect.stringMatching(new RegExp(`^${message}.* \\[item 1\\]$`)),
					details: { description: expect.any(String), outcome: 'notSent', itemIndex: 1 },
				},
				pairedItem: { item: 1 },
			},
		]);
	});

	it('put a refused item with its HTTP status on the error output with continueErrorOutput', async () => {
		test.sandbox.addFault({
			match: { method: 'POST', path: operation.path },
			times: 1,
			do: { status: 403, body: { message: 'Not allowed' } },
		});
		const settings = { onError: 'continueErrorOutput' } as const;
		const options = { maxConcurrency: 1 };
		const { outputs } = await test.run({
			parameters: { options },
			items: itemsOf(values),
			settings,
		});
		expect(outputs[0]).toHaveLength(2);
		expect(outputs[1]?.map(({ json }) => json)).toEqual([
			{
				...itemsOf(values)[0],
				error: `Not allowed (${operation.provider.name}, HTTP 403) [item 0]`,
				details: {
					...{ description: expect.any(String), outcome: 'refused' },
					...{ itemIndex: 0, httpStatus: 403 },
				},
			},
		]);
	});

	it('throw an error in stop mode that names the item and says how far the run got', async () => {
		const options = { maxConcurrency: 1 };
		const { output, error } = await test.run({
			parameters: { options },
			items: withWrong(operation),
		});
		expect(output).toEqual([]);
		expect(error?.message).toMatch(new RegExp(`^${message}.* \\[item 1\\]$`));
		expect(error?.context?.itemIndex).toBe(1);
		const done = operation.sends ? 'sent' : 'done';
		expect(error?.description).toContain(`1 of 3 items were ${done} before that`);
		expect(test.sent).toHaveLength(1);
	});
});

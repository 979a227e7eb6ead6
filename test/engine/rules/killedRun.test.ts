import type { IRun } from 'n8n-workflow';
import { NodeTest } from '../../support/nodeTest';
import { crashedRun } from '../../support/retry';
import { itemsFor, pressRetry, reached, SENDERS } from './senders';

const NODE = 'Node under test';
const WORDS =
	'n8n ended while this node was sending in the execution that is retried, and who was reached is not known';

describe.each(SENDERS)('Retry of an execution whose process was killed: $name', (sender) => {
	const test = new NodeTest(sender.type, sender.parameters);
	const items = itemsFor(sender, 3);
	const mode = 'retry';

	/** An execution that reached everybody, as n8n has it after its process was killed in the middle. */
	const crashed = async (change = (run: IRun) => run) => {
		const result = await test.run({ items, mode: 'webhook' });
		expect(result.error).toBeUndefined();
		const input = { main: [items.map((json) => ({ json }))] };
		const node = { id: 's', name: 'Start', type: 'start', typeVersion: 1, position: [0, 0] };
		const stack = [{ node: { ...node, parameters: {} }, data: input, source: null }];
		const run = crashedRun(result.run, NODE);
		Object.assign(run.data.executionData!, { nodeExecutionStack: stack });
		return { ...result, run: change(run) };
	};

	it('sends nothing, and throws', async () => {
		const retried = await pressRetry(test, await crashed(), { mode });
		expect(retried.error?.message).toContain(WORDS);
		expect(retried.error?.description).toMatch(/^Nothing was sent now\. /);
		expect(reached(test, sender, 3)).toEqual([1, 1, 1]);
		const again = await pressRetry(test, retried, { mode }, 'again');
		expect(again.error?.message).toContain(WORDS);
		expect(reached(test, sender, 3)).toEqual([1, 1, 1]);
	});

	it('sends nothing in continue mode, and puts an error into each output item', async () => {
		const settings = { onError: 'continueRegularOutput' as const };
		const { output, error } = await pressRetry(test, await crashed(), { mode, settings });
		expect(error).toBeUndefined();
		expect(output.map(({ json, pairedItem }) => [json.error, pairedItem])).toEqual(
			[0, 1, 2].map((item) => [`${WORDS} [item ${item}]`, { item }]),
		);
		expect(reached(test, sender, 3)).toEqual([1, 1, 1]);
	});

	it('sends nothing if this node had ended and a later node was running', async () => {
		const later = await crashed((run) => {
			const { runData } = run.data.resultData;
			runData[NODE] = [{ ...runData.Start[0] }];
			return run;
		});
		const { error } = await pressRetry(test, later, { mode });
		expect(error?.message).toContain(WORDS);
		expect(reached(test, sender, 3)).toEqual([1, 1, 1]);
	});

	it('sends if this node had not started', async () => {
		const earlier = await crashed((run) => {
			delete run.data.resultData.runData[NODE];
			return run;
		});
		const { error } = await pressRetry(test, earlier, { mode });
		expect(error).toBeUndefined();
		expect(reached(test, sender, 3)).toEqual([2, 2, 2]);
	});

	it('sends the unfinished items if the execution had failed in the usual way', async () => {
		test.sandbox.addFault({
			match: { recipient: sender.recipient.counted(1) },
			times: 1,
			do: { status: 500 },
		});
		const failed = await test.run({ items, mode: 'webhook' });
		expect(failed.error).toBeDefined();
		const { error } = await pressRetry(test, failed, { mode });
		expect(error).toBeUndefined();
		expect(reached(test, sender, 3)).toEqual([1, 1, 1]);
	});
});

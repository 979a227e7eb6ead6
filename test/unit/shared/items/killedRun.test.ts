import type { IContextObject, IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { refuseKilledRun } from '../../../../nodes/shared/items/killedRun';
import { failureOf } from '../../support/failure';

const FILLED_IN = [{ isArtificialRecoveredEventItem: true }];
const REAL = [{ number: 1 }];

/** An execution as n8n's Retry makes it: the items of every node's first run, and the round that runs now. */
interface Retried {
	mode?: string;
	runIndex?: number;
	/** By the name of the node; an empty list for a round that Retry took away. */
	runs?: Record<string, IDataObject[]>;
	kept?: IContextObject;
}

function refuse({ mode = 'retry', runIndex = 0, runs = {}, kept = {} }: Retried) {
	const proxy = {
		$runIndex: runIndex,
		$prevNode: { name: 'Before' },
		$: (name: string) => ({ isExecuted: name in runs }),
		$items(name: string, output: number, run: number) {
			expect([output, run]).toEqual([0, 0]);
			if (!runs[name]) throw new Error(`Node '${name}' hasn't been executed`);
			return runs[name].map((json) => ({ json }));
		},
	};
	const context = {
		getMode: () => mode,
		getContext: (type: string) => (type === 'node' ? kept : {}),
		getWorkflowDataProxy: () => proxy,
		getNode: () => ({ name: 'Send', type: 't', typeVersion: 1, parameters: {} }),
	};
	refuseKilledRun(context as unknown as IExecuteFunctions);
}

const WORDS = /^n8n ended while this node was sending/;

it.each<[string, Retried]>([
	["the node's first run did not end", { runs: { Before: FILLED_IN, Send: [] } }],
	['the node had ended', { runIndex: 1, runs: { Before: FILLED_IN, Send: FILLED_IN } }],
	['a later run of the node did not end', { runIndex: 1, runs: { Before: REAL, Send: FILLED_IN } }],
])('refuses a Retry if %s', (_what, retried) => {
	expect(() => refuse(retried)).toThrow(WORDS);
});

it('advises to look up who was reached before the others are sent to', async () => {
	const killed = { runs: { Before: FILLED_IN, Send: [] } };
	expect(await failureOf(() => refuse(killed))).toMatchObject({
		description: expect.stringMatching(
			/^Nothing was sent now\. Look up who was reached, .+ start the workflow anew for the others\.$/,
		) as string,
		outcome: 'notSent',
	});
});

it.each<[string, Retried]>([
	['an execution that is not a Retry', { mode: 'webhook', runs: { Before: FILLED_IN, Send: [] } }],
	['a Retry of an execution that failed in the usual way', { runs: { Before: REAL, Send: [] } }],
	['a Retry of an execution killed before this node', { runs: { Before: FILLED_IN } }],
	['a later run of such an execution', { runIndex: 1, runs: { Before: FILLED_IN, Send: REAL } }],
	['a node without a previous node', { runs: { Send: [] } }],
])('lets %s send, and keeps no note', (_what, retried) => {
	const kept = {};
	refuse({ ...retried, kept });
	expect(kept).toEqual({});
});

it('refuses every later run and Retry too', () => {
	const kept = {};
	const first = { kept, runs: { Before: FILLED_IN, Send: [] } };
	expect(() => refuse(first)).toThrow(WORDS);
	expect(() => refuse({ kept, runIndex: 1, runs: { Before: FILLED_IN, Send: REAL } })).toThrow(
		WORDS,
	);
	expect(JSON.parse(JSON.stringify(kept))).toEqual({ 'killed run': true });
});

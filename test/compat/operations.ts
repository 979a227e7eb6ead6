import Ajv from 'ajv';

import type { FlowTest } from '../host/flows/support/flowTest';
import { errorOf, outputOf } from '../host/n8nClient';
import { providers } from '../providers';
import type { RunOperation } from '../providers/contract';
import { schemaOf } from '../support/package';
import { NODE, NodeWorkflow } from './nodeWorkflow';

const ajv = new Ajv();

/** Tests every operation of every provider, each in a workflow of its own. */
export function runsOperations(flow: FlowTest): void {
	const nodeWorkflow = new NodeWorkflow(flow);

	beforeEach(() => flow.host.sandbox.reset());

	describe.each(providers)('$node', ({ node, outputs }) => {
		const run: RunOperation = async (parameters) => {
			const execution = await nodeWorkflow.run(node, parameters);
			expect([execution.status, errorOf(execution)?.message]).toEqual(['success', undefined]);
			return outputOf(execution, NODE);
		};

		it.each(Object.keys(outputs))(
			'runs %s, whose output matches its schema and holds no code',
			async (name) => {
				const { sandbox } = flow.host;
				const jsons = await outputs[name](run, sandbox);
				const [resource, operation] = name.split(' ');
				const schema = schemaOf(node, resource, operation);
				expect(jsons.length).toBeGreaterThan(0);
				for (const json of jsons) expect(ajv.validate(schema, json) ? [] : ajv.errors).toEqual([]);
				const { inbox, counters } = sandbox.state;
				// Every operation of another resource sends something, or looks up what was sent.
				expect(counters.accepted.total > 0).toBe(resource !== 'number');
				for (const { code } of inbox) expect(JSON.stringify(jsons)).not.toContain(code);
				const verdicts = jsons.map(({ verified }) => verified).filter((it) => it !== undefined);
				if (verdicts.length > 0) expect(new Set(verdicts)).toEqual(new Set([true, false]));
			},
		);
	});
}

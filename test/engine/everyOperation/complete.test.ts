import { operationsOf } from '../../docs/described';
import { descriptions } from '../../docs/nodes';
import { wireFields } from '../../docs/wireFields';
import { REQUESTING } from '../../support/operations';

it('runs every operation that makes a request', () => {
	const requesting = descriptions.flatMap((node) =>
		operationsOf(node)
			.map(({ resource, operation }) => `${resource} ${operation}`)
			.filter((operation) => wireFields[node.name][operation]?.request)
			.map((operation) => `${node.name} ${operation}`),
	);
	const run = REQUESTING.map(
		({ type, parameters: { resource, operation } }) =>
			`${type} ${String(resource)} ${String(operation)}`,
	);
	expect(run.sort()).toEqual(requesting.sort());
});

import { declaredOperations } from '../../docs/fields';
import { REQUESTING } from '../../providers';

it('runs every operation that makes a request', () => {
	const requesting = declaredOperations
		.filter(({ operation }) => operation.endpoint)
		.map(({ node, resource, operation }) => `${node} ${resource} ${operation.value}`);
	const run = REQUESTING.map(
		({ type, parameters: { resource, operation } }) =>
			`${type} ${String(resource)} ${String(operation)}`,
	);
	expect(run.sort()).toEqual(requesting.sort());
});

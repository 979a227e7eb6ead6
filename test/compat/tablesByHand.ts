import type { N8nClient, WorkflowData } from '../host/n8nClient';

const DATA_TABLE = 'n8n-nodes-base.dataTable';

interface Table {
	id: string;
	name: string;
	columns: unknown;
}

interface Chosen {
	value: string;
}

const isCreation = ({ type, parameters }: WorkflowData['nodes'][number]) =>
	type === DATA_TABLE && parameters.resource === 'table';

/** Creates the tables that a workflow's own nodes would create, as a person does in Overview → Data tables. */
export async function createTables(client: N8nClient, { nodes }: WorkflowData): Promise<Table[]> {
	const project = await client.rest.request<{ id: string }>('GET', '/projects/personal');
	const tables = nodes.filter(isCreation).map(({ parameters }) => ({
		name: String(parameters.tableName),
		columns: (parameters.columns as unknown as { column: unknown }).column,
	}));
	const created: Table[] = [];
	for (const table of tables)
		created.push(await client.rest.request('POST', `/projects/${project.id}/data-tables`, table));
	return created;
}

/** Connects the nodes before a node with the nodes after it. */
function bridge({ connections }: WorkflowData, name: string): void {
	const after = connections[name]?.main[0] ?? [];
	for (const { main } of Object.values(connections))
		for (const outputs of main) {
			const at = outputs?.findIndex(({ node }) => node === name) ?? -1;
			if (at >= 0) outputs!.splice(at, 1, ...after);
		}
}

/** Removes the nodes that create tables from a workflow, and chooses each table from the list. */
export function chooseTables(workflow: WorkflowData, tables: Table[]): void {
	for (const node of workflow.nodes.filter(isCreation)) bridge(workflow, node.name);
	workflow.nodes = workflow.nodes.filter((node) => node.name !== 'Set up' && !isCreation(node));
	const left = new Set(workflow.nodes.map(({ name }) => name));
	for (const name of Object.keys(workflow.connections))
		if (!left.has(name)) delete workflow.connections[name];
	for (const node of workflow.nodes.filter(({ type }) => type === DATA_TABLE)) {
		const { value: name } = node.parameters.dataTableId as unknown as Chosen;
		const { id } = tables.find((table) => table.name === name)!;
		node.typeVersion = 1;
		node.parameters.dataTableId = { __rl: true, mode: 'list', value: id, cachedResultName: name };
	}
}

import type { IDataObject } from 'n8n-workflow';

import type { N8nClient } from '../../n8nClient';

interface Page<Row> {
	data: Row[];
}

/** The rows of a Data Table, oldest first, at most 100. @throws when no table has that name */
export async function rowsOf(client: N8nClient, name: string): Promise<IDataObject[]> {
	const { data: tables } = await client.rest.request<
		Page<{ id: string; name: string; projectId: string }>
	>('GET', '/data-tables-global');
	const table = tables.find((candidate) => candidate.name === name);
	if (!table) throw new Error(`There is no Data Table "${name}"`);
	const { data } = await client.rest.request<Page<IDataObject>>(
		'GET',
		`/projects/${table.projectId}/data-tables/${table.id}/rows?take=100`,
	);
	return data;
}

import axios from 'axios';
import type { IDataObject } from 'n8n-workflow';

import { type Execution, outputOf, type StoredWorkflow } from '../../n8nClient';
import type { Person } from './browser';
import type { FlowTest } from './flowTest';
import { eventually } from './wait';

/** The English labels of the fields and buttons on the page of the Phone Verification Trigger. */
export const PAGE = {
	number: 'Phone number',
	code: /code$/i,
	send: 'Get a code',
	check: 'Confirm',
	callInstead: 'Call me instead',
};

/** Types a number on the page, and asks for a code. */
export async function askForCode(person: Person, address: string, number: string): Promise<void> {
	await person.open(address);
	await person.page.getByLabel(PAGE.number).fill(number);
	await person.pressNamed(PAGE.send);
	await person.sees('Enter the code');
}

/** Types a code on the page, and confirms it. */
export async function typeCode(person: Person, code: string): Promise<void> {
	await person.page.getByLabel(PAGE.code).fill(code);
	await person.pressNamed(PAGE.check);
}

/** Posts JSON to the address of the trigger, as an app does. */
export async function postTo(address: string, body: unknown) {
	const options = { proxy: false, validateStatus: () => true } as const;
	const { status, data, headers } = await axios.post<IDataObject>(address, body, options);
	return { status, data, headers };
}

/** Waits until a workflow has at least `count` finished executions. @returns them, newest first */
export async function executionsOf(
	{ host: { client } }: FlowTest,
	{ id }: StoredWorkflow,
	count: number,
): Promise<Execution[]> {
	const ended = await eventually(async () => {
		const found = await client.executions.list({ workflowId: id, status: ['success', 'error'] });
		return found.length >= count ? found : undefined;
	}, `${count} executions end`);
	return await Promise.all(ended.map(async (one) => await client.executions.get(one.id)));
}

/** The output of a node in the newest finished execution of a workflow. */
export async function newestOutput(
	flow: FlowTest,
	workflow: StoredWorkflow,
	node: string,
): Promise<IDataObject[]> {
	const [newest] = await executionsOf(flow, workflow, 1);
	return outputOf(newest, node);
}

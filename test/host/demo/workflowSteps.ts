import axios from 'axios';
import assert from 'node:assert/strict';

import type { CallEntry, InboxEntry, SmsEntry } from '../../sandbox/server';
import type { Host } from '../host';
import { errorOf, type Execution, outputOf } from '../n8nClient';
import type { Step } from './step';
import { demoWorkflows, loadWorkflow, startNode } from './workflows';

/** Imports and executes the demo's workflows; needs the credentials of `credentialSteps`. */
export function workflowSteps(host: Host): Step[] {
	return [
		{ title: 'Voice call by AntBuddy', run: async () => await voiceCall(host) },
		{ title: 'SMS code by ANTS', run: async () => await smsCode(host) },
		{
			title: 'Call with prompts by Voice OTP Advanced',
			run: async () => await promptedCall(host),
		},
	];
}

async function voiceCall(host: Host): Promise<string> {
	const execution = await execute(host, demoWorkflows.voiceCall);
	const [{ code }] = outputOf(execution, 'Phone number and code');
	const [{ phoneNumber, challenge }] = outputOf(execution, 'Call');
	assert.equal(phoneNumber, '+84919273027');
	assert.ok(challenge, 'The node put out no challenge');

	const { heard } = newestCall(await inboxOf(host, '919273027'));
	assert.ok(heard.includes([...String(code)].join(', ')), `Heard instead: "${heard.join(' ')}"`);
	return `${phoneNumber} heard "${heard.join(' ')}"`;
}

async function smsCode(host: Host): Promise<string> {
	const execution = await execute(host, demoWorkflows.smsCode);
	const [{ phoneNumber }] = outputOf(execution, 'Send SMS');
	assert.equal(phoneNumber, '+66812345678');
	const [sms] = (await inboxOf(host, '66812345678')) as SmsEntry[];
	assert.ok(sms?.text.includes(sms.code), 'The SMS did not arrive');

	const [mistyped] = outputOf(execution, 'Verify a mistyped code');
	assert.deepEqual([mistyped.verified, mistyped.reason], [false, 'mismatch']);
	const [right] = outputOf(execution, 'Verify the code');
	assert.deepEqual([right.verified, right.reason], [true, 'match']);
	return `${phoneNumber} got "${sms.text}"; a mistyped code is a ${mistyped.reason}, the right one a ${right.reason}`;
}

async function promptedCall(host: Host): Promise<string> {
	const execution = await execute(host, demoWorkflows.promptedCall);
	const numbers = outputOf(execution, 'Call').map(({ phoneNumber }) => String(phoneNumber));
	assert.deepEqual(numbers, ['+84919273027', '+66812345678']);

	const seen: string[] = [];
	for (const number of numbers) {
		const { code, heard } = newestCall(await inboxOf(host, number.slice(1)));
		assert.deepEqual(heard, [
			'Hello from the demo shop.',
			'Your code is',
			[...code].join(', '),
			'Press 1 to hear it again.',
			'Goodbye.',
		]);
		seen.push(`${number} heard "${heard.join(' ')}"`);
	}
	const verdicts = outputOf(execution, 'Verify the code');
	assert.deepEqual(
		verdicts.map(({ verified, phoneNumber }) => [verified, phoneNumber]),
		numbers.map((number) => [true, number]),
	);
	return `${seen.join(', ')}; both codes verified`;
}

/** Imports a workflow, or updates it, and presses Execute Workflow. */
async function execute({ client, sandbox }: Host, file: string): Promise<Execution> {
	const credentials = await client.credentials.list();
	const { id } = await client.workflows.put(await loadWorkflow(file, sandbox, credentials));
	const execution = await client.executions.waitFor(await client.workflows.run(id, startNode));
	const error = errorOf(execution);
	assert.equal(
		execution.status,
		'success',
		`The workflow ended with ${execution.status}: ${[error?.message, error && 'description' in error ? error.description : ''].filter(Boolean).join(' ')}`,
	);
	return execution;
}

async function inboxOf({ sandbox }: Host, to: string): Promise<InboxEntry[]> {
	const { data } = await axios.get<InboxEntry[]>(`${sandbox.url}/control/inbox`, {
		params: { to },
		proxy: false,
	});
	return data;
}

function newestCall([newest]: InboxEntry[]): CallEntry {
	assert.equal(newest?.kind, 'call', 'Nobody was called');
	return newest as CallEntry;
}

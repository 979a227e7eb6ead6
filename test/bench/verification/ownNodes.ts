import type { INode } from 'n8n-workflow';

import { untilRegistered } from '../../host/flows/support/registered';
import type { StoredCredential } from '../../host/n8nClient';
import { call, settings } from './contender';
import type { Contender, Surroundings } from './contender';
import { ifEqual, nodeOf } from './nodeOf';
import { TABLE, tableNodes } from './tableNodes';

const COLUMNS = {
	...{ challenge: 'string', phoneNumber: 'string', code: 'string' },
	...{ attempts: 'number', verified: 'boolean' },
};
/** The page with its form, without any style. */
const PAGE =
	'<!DOCTYPE html><html lang="en"><title>Verify your number</title><form method="post"><label>Phone number <input name="phoneNumber" type="tel"></label><button>Send</button></form></html>';

const webhook = (name: string, httpMethod: string): INode => ({
	...nodeOf(name, 'webhook', 2.1, {
		httpMethod,
		path: `bench-${name}`,
		responseMode: 'responseNode',
	}),
	webhookId: `bench-${name}`,
});

const json = (name: string, responseBody: string, responseCode = 200) =>
	nodeOf(name, 'respondToWebhook', 1.5, {
		...{ respondWith: 'json', responseBody, options: { responseCode } },
	});

function callNode(url: string, { id, name, type }: StoredCredential): INode {
	const fields = { ...call.fixed, callee: '={{ $json.phoneNumber }}', code: '={{ $json.code }}' };
	const parameters = Object.entries(fields).map(([field, value]) => ({ name: field, value }));
	return {
		...nodeOf('Call', 'httpRequest', 4.5, {
			...{ method: 'POST', url, sendBody: true, specifyBody: 'keypair' },
			...{ authentication: 'genericCredentialType', genericAuthType: type },
			bodyParameters: { parameters },
		}),
		credentials: { [type]: { id, name } },
	};
}

const WAYS = [
	['page', 'Page'],
	['send', 'Find a recent code', 'None?', 'Random', 'Note the code', 'Call', 'Sent'],
	['check', 'Find the challenge', 'Count the attempt', 'Right code?', 'Use it up', 'Verified'],
];
const to = (name: string) => [{ node: name, type: 'main' as const, index: 0 }];

/** The same job, as a user would do it with n8n's own nodes: three webhooks and a Data Table. */
export async function layOwnNodes(
	credential: StoredCredential,
	{ n8n: { client, server }, sandbox }: Surroundings,
): Promise<Contender> {
	const project = await client.rest.request<{ id: string }>('GET', '/projects/personal');
	const columns = Object.entries(COLUMNS).map(([name, type]) => ({ name, type }));
	const address = `/projects/${project.id}/data-tables`;
	const table = { name: TABLE, columns };
	const { id } = await client.rest.request<{ id: string }>('POST', address, table);
	const links = WAYS.flatMap((way) => way.slice(1).map((next, at) => [way[at], next]));
	const workflow = await client.workflows.create({
		name: 'ownNodes',
		nodes: [
			...[webhook('page', 'GET'), webhook('send', 'POST'), webhook('check', 'POST')],
			nodeOf('Page', 'respondToWebhook', 1.5, { respondWith: 'text', responseBody: PAGE }),
			...tableNodes(id),
			nodeOf('Random', 'crypto', 2, {
				...{ action: 'generate', dataPropertyName: 'random', encodingType: 'hex' },
				stringLength: 32,
			}),
			callNode(`${sandbox.addresses.baseUrls[call.provider]}${call.path}`, credential),
			ifEqual('None?', "={{ $json.code ?? '' }}", ''),
			ifEqual('Right code?', "={{ $json.code ?? '' }}", "={{ $('check').first().json.body.code }}"),
			json('Sent', "={{ { challenge: $('Note the code').first().json.challenge } }}"),
			json('Too soon', "={{ { reason: 'coolDown' } }}", 429),
			json('Verified', '={{ { verified: true, phoneNumber: $json.phoneNumber } }}'),
			json('Not verified', '={{ { verified: false } }}'),
		],
		connections: {
			...Object.fromEntries(links.map(([from, next]) => [from, { main: [to(next)] }])),
			'None?': { main: [to('Random'), to('Too soon')] },
			'Right code?': { main: [to('Use it up'), to('Not verified')] },
		},
		settings,
	});
	await client.workflows.activate(workflow);
	await untilRegistered(server.url, workflow);
	const url = (step: string) => `${server.url}/webhook/bench-${step}`;
	return { name: 'ownNodes', urls: { page: url('page'), send: url('send'), check: url('check') } };
}

import { credentialTypes } from './engine';
import {
	createEmptyRunExecutionData,
	NodeConnectionTypes,
	NodeHelpers,
	Workflow,
} from 'n8n-workflow';
import type {
	ICredentialDataDecryptedObject,
	ICredentialTestFunction,
	ICredentialsDecrypted,
	IDataObject,
	INode,
	INodeType,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { StoredCredentials } from './credentialsHelper';
import { CredentialTestContext, ExecuteContext, RoutingNode } from './n8n/core';
import { nodes } from './package';

/** What n8n shows under the credential's fields. */
export interface CredentialVerdict {
	status: 'OK' | 'Error';
	message: string;
}

interface Rule {
	type: 'responseCode' | 'responseSuccessBody';
	properties: { value: unknown; key?: string; message: string };
}

/** The node that n8n makes of a credential's test: the request is the routing of its only parameter. */
const testNodeType = (name: string): INodeType => ({
	description: {
		...{ displayName: 'Temp', name: 'temp', group: ['output'], version: 1, description: '' },
		...{ defaults: {}, inputs: [NodeConnectionTypes.Main], outputs: [NodeConnectionTypes.Main] },
		credentials: [{ name, required: true }],
		properties: [
			{
				...{ displayName: 'Temp', name: 'temp', type: 'string', default: '' },
				routing: { request: credentialTypes[name].test!.request },
			},
		],
	},
});

function routingNodeFor(
	name: string,
	decrypted: ICredentialsDecrypted,
): InstanceType<typeof RoutingNode> {
	const nodeType = testNodeType(name);
	const store = new StoredCredentials(credentialTypes as never, { c: decrypted.data! });
	const node = {
		...{ id: 'temp', name: 'Temp-Node', type: 'temp', typeVersion: 1, position: [0, 0] },
		...{ parameters: {}, credentials: { [name]: { id: 'c', name: 'Credential' } } },
	} as INode;
	const workflow = new Workflow({
		...{ nodes: [node], connections: {}, active: false },
		nodeTypes: {
			getByName: () => nodeType,
			getByNameAndVersion: () => nodeType,
			getKnownTypes: () => ({}),
		} as never,
	});
	const additionalData = { credentialsHelper: store, variables: {}, executionId: '1' };
	const context = new ExecuteContext(
		workflow,
		node,
		additionalData as unknown as IWorkflowExecuteAdditionalData,
		'internal',
		createEmptyRunExecutionData(),
		0,
		[],
		{ main: [[{ json: {} }]] },
		{ node, data: {}, source: null },
		[],
	);
	return new RoutingNode(context, nodeType, decrypted);
}

interface Thrown extends Error {
	cause?: { code?: string; response?: { status: number; statusText: string } };
}

function verdictOnFailure({ cause, message }: Thrown, rules: Rule[]): CredentialVerdict {
	const response = cause?.response;
	const rule = rules.find(
		({ type, properties }) => type === 'responseCode' && properties.value === response?.status,
	);
	if (rule) return { status: 'Error', message: rule.properties.message };
	if (response && (response.status < 199 || response.status > 299)) {
		const code = `Received HTTP status code: ${response.status}`;
		return { status: 'Error', message: response.statusText || code };
	}
	return { status: 'Error', message: (!response && cause?.code) || message };
}

const at = (json: unknown, key: string) =>
	key.split('.').reduce<unknown>((inner, part) => (inner as IDataObject | undefined)?.[part], json);

/** The function that a node tests the credential with; undefined if the credential has a request for it. */
function testFunctionOf(name: string): ICredentialTestFunction | undefined {
	const tested = nodes.flatMap(({ node }) =>
		(node.description.credentials ?? []).map(({ name: type, testedBy }) => ({
			node,
			type,
			testedBy,
		})),
	);
	const { node, testedBy } = tested.find(({ type }) => type === name)!;
	return node.methods?.credentialTest?.[String(testedBy)];
}

/**
 * Presses Test on a credential: the choice, the order of calls and the reading of the answer are those of
 * n8n/dist/services/credentials-tester.service.js (2.41.1), the request is n8n-core's own.
 */
export async function testCredential(
	name: string,
	entered: ICredentialDataDecryptedObject,
): Promise<CredentialVerdict> {
	const { properties, test } = credentialTypes[name];
	const data = NodeHelpers.getNodeParameters(properties, entered as never, true, false, null, null);
	const decrypted = { id: 'c', name: 'Credential', type: name, data: data as never };
	if (!test) {
		const context = new CredentialTestContext({} as IWorkflowExecuteAdditionalData);
		return await testFunctionOf(name)!.call(context, decrypted as ICredentialsDecrypted);
	}
	const rules = (test.rules ?? []) as Rule[];
	try {
		const output = await routingNodeFor(name, decrypted).runNode();
		const { json } = output![0][0];
		const refused = rules.find(
			({ type, properties: { key, value } }) =>
				type === 'responseSuccessBody' && at(json, key!) === value,
		);
		if (refused) return { status: 'Error', message: refused.properties.message };
		return { status: 'OK', message: 'Connection successful!' };
	} catch (thrown) {
		return verdictOnFailure(thrown as Thrown, rules);
	}
}

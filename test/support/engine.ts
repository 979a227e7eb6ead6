import {
	createRunExecutionData,
	Expression,
	NodeConnectionTypes,
	NodeHelpers,
	Workflow,
} from 'n8n-workflow';
import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IDataObject,
	INode,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	IRun,
	IRunExecutionData,
	IWorkflowExecuteAdditionalData,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { StoredCredentials } from './credentialsHelper';
import { ExecutionLifecycleHooks, WorkflowExecute } from './n8n/core';
import { credentials, nodes } from './package';
import { retryData } from './retry';

// The engine without isolated-vm evaluates the same expressions.
Expression.setExpressionEngine('legacy');

/** Every credential type of the package, by its name. */
export const credentialTypes: Record<string, ICredentialType> = Object.fromEntries(
	credentials.map(({ credential }) => [credential.name, credential]),
);

/** Hands its input on: the node before the one under test. */
const start = {
	description: {
		displayName: 'Start',
		name: 'start',
		group: ['trigger'],
		version: 1,
		description: '',
		defaults: {},
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	},
	async execute() {
		return [this.getInputData()];
	},
} as INodeType;

/** The type that n8n makes of a node for AI agents. */
const toolOf = (node: INodeType): INodeType =>
	Object.assign(Object.create(node) as INodeType, {
		description: { ...node.description, outputs: [NodeConnectionTypes.AiTool] },
	});

export const nodeTypes: Record<string, INodeType> = {
	start,
	...Object.fromEntries(
		nodes.flatMap(({ node }) => [
			[node.description.name, node],
			[`${node.description.name}Tool`, toolOf(node)],
		]),
	),
};

/** One run of one node. */
export interface NodeRun {
	/** The node's name, without the package. */
	type: string;
	parameters: INodeParameters;
	/** The stored data of the node's credential. */
	credential: ICredentialDataDecryptedObject;
	/** The json of each input item; one empty item unless given. */
	items?: IDataObject[];
	/** Settings of the node: onError, retryOnFail, maxTries, waitBetweenTries … */
	settings?: Partial<INode>;
	/** Stored credentials of an earlier run, to run with what n8n kept; else new from `credential`. */
	store?: StoredCredentials;
	/** The context data of a failed execution, as n8n's Retry button hands it to the next. */
	contextData?: NonNullable<IRunExecutionData['executionData']>['contextData'];
	/** A failed execution that is retried: its input is taken, not `items`. Goes with a new `executionId`. */
	retryOf?: IRun;
	/** How many times the node is run with the items, each with a run index of its own; 1 unless given. */
	rounds?: number;
	executionId?: string;
	/** What started the execution: `internal` unless given; `webhook` or `trigger` in production. */
	mode?: WorkflowExecuteMode;
	/** Gets the running execution, e.g. to cancel it. */
	onStart?: (
		execution: ReturnType<InstanceType<typeof WorkflowExecute>['processRunExecutionData']>,
	) => void;
}

/** What came of a run. */
export interface NodeRunResult {
	/** The first output, or the error output where the node has one. */
	output: INodeExecutionData[];
	outputs: Array<INodeExecutionData[] | null>;
	error?: Error & { description?: string; httpCode?: string; context?: IDataObject };
	run: IRun;
	store: StoredCredentials;
	/** Everything n8n would store of this execution, as text: to look for secrets in. */
	stored: string;
}

const NODE = 'Node under test';

/** The name of the credential type that a node uses. */
export const credentialNameOf = (type: NodeRun['type']) =>
	nodeTypes[type].description.credentials![0].name;

export function additionalDataFor(nodeRun: NodeRun, store: StoredCredentials) {
	const hooks = new ExecutionLifecycleHooks('internal', '1', {
		id: 'workflow',
		name: 'workflow',
		nodes: [],
		connections: {},
	} as never);
	return {
		credentialsHelper: store,
		hooks,
		executionId: nodeRun.executionId ?? '1',
		currentNodeExecutionIndex: 0,
		variables: {},
		webhookBaseUrl: 'http://localhost/webhook',
		webhookWaitingBaseUrl: 'http://localhost/webhook-waiting',
		formWaitingBaseUrl: 'http://localhost/form-waiting',
		restApiUrl: 'http://localhost/rest',
		instanceBaseUrl: 'http://localhost/',
		webhookTestBaseUrl: 'http://localhost/webhook-test',
		setExecutionStatus: () => {},
	} as unknown as IWorkflowExecuteAdditionalData;
}

export function toWorkflow({ type, parameters, settings, rounds = 1 }: NodeRun): Workflow {
	const node = { id: 'n', name: NODE, type, typeVersion: 1, position: [0, 0], parameters };
	const credentials = { [credentialNameOf(type)]: { id: 'c', name: 'Credential' } };
	const first = { id: 's', name: 'Start', type: 'start', typeVersion: 1, position: [0, 0] };
	return new Workflow({
		id: 'workflow',
		nodes: [
			{ ...first, parameters: {} },
			{ ...node, credentials, ...settings },
		] as INode[],
		connections: {
			Start: {
				main: [Array.from({ length: rounds }, () => ({ node: NODE, type: 'main', index: 0 }))],
			},
		},
		active: false,
		nodeTypes: {
			getByName: (name: string) => nodeTypes[name],
			getByNameAndVersion: (name: string, version?: number) =>
				NodeHelpers.getVersionedNodeType(nodeTypes[name], version),
			getKnownTypes: () => ({}),
		} as never,
		settings: { executionOrder: 'v1' },
	});
}

export const storeFor = ({ store, credential }: NodeRun): StoredCredentials =>
	store ?? new StoredCredentials(credentialTypes as never, { c: credential });

/** Runs a node inside n8n-core, with real HTTP: nothing of n8n's execution is replaced but its database. */
export async function runNode(nodeRun: NodeRun): Promise<NodeRunResult> {
	const store = storeFor(nodeRun);
	const workflow = toWorkflow(nodeRun);
	const input = (nodeRun.items ?? [{}]).map((json, item) => ({ json, pairedItem: { item } }));
	const fresh = () =>
		createRunExecutionData({
			executionData: {
				contextData: nodeRun.contextData ?? {},
				nodeExecutionStack: [
					{ node: workflow.getNode('Start')!, data: { main: [input] }, source: null },
				],
			},
		});
	const data = nodeRun.retryOf ? retryData(nodeRun.retryOf) : fresh();
	// Retry with the currently saved workflow, which n8n's button offers first.
	for (const waiting of data.executionData?.nodeExecutionStack ?? [])
		waiting.node = workflow.getNode(waiting.node.name)!;
	const execution = new WorkflowExecute(
		additionalDataFor(nodeRun, store),
		nodeRun.mode ?? 'internal',
		data,
	).processRunExecutionData(workflow);
	nodeRun.onStart?.(execution);
	const run = await execution;
	const outputs = run.data.resultData.runData[NODE]?.at(-1)?.data?.main ?? [];
	return {
		output: outputs[0] ?? [],
		outputs,
		error: run.data.resultData.error as NodeRunResult['error'],
		run,
		store,
		stored: JSON.stringify(run.data),
	};
}

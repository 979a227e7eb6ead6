import type {
	ICredentialDataDecryptedObject,
	IContextObject,
	IDataObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	INode,
	INodeOutputConfiguration,
	WorkflowExecuteMode,
} from 'n8n-workflow';

/** A request as a node handed it to n8n. */
export interface SentRequest {
	credentialType: string;
	options: IHttpRequestOptions;
	/** The decrypted credential that n8n was handed for this request. */
	credential: ICredentialDataDecryptedObject;
}

/** An answer as n8n's helper gives it with `returnFullResponse` and `encoding: 'arraybuffer'`. */
export interface FullResponse {
	statusCode: number;
	headers: Record<string, unknown>;
	body: Uint8Array | string;
}

/** Answers the nth request (0, 1, …), or throws as n8n's helper does. */
export type Respond = (request: SentRequest, nth: number) => FullResponse | Promise<FullResponse>;

/** What is special about an execution; everything left out is as in a plain run of one item. */
export interface Setting {
	parameters?: IDataObject;
	/** Parameters that an expression makes different for each item. */
	perItem?: IDataObject[];
	items?: number;
	credential?: ICredentialDataDecryptedObject;
	/** The items whose credential n8n cannot read, such as for an expression in it. */
	withoutCredential?: number[];
	node?: Partial<INode>;
	runIndex?: number;
	executionId?: string;
	/** What started the execution; by hand unless given. */
	mode?: WorkflowExecuteMode;
	continueOnFail?: boolean;
	/** The outputs that n8n gives the node; one unless given. */
	outputs?: INodeOutputConfiguration[];
	cancel?: AbortSignal;
	/** What the node's context holds from an earlier try. */
	kept?: IContextObject;
	respond?: Respond;
}

/** An answer with a JSON body. */
export const json = (
	body: unknown,
	statusCode = 200,
	headers: Record<string, unknown> = {},
): FullResponse => ({ statusCode, headers, body: Buffer.from(JSON.stringify(body)) });

/** The request's JSON body, as the provider would read it. */
export const bodyOf = ({ options }: SentRequest): IDataObject =>
	JSON.parse(String(options.body)) as IDataObject;

const nobodyAnswers: Respond = () => {
	throw new Error('This test does not expect a request');
};

function nodeOf({ node, parameters, perItem }: Setting): INode {
	const expressions = Object.keys(perItem?.[0] ?? {}).map((name) => [name, `={{ $json.${name} }}`]);
	return {
		id: 'n',
		name: 'Node under test',
		type: 'test',
		typeVersion: 1,
		position: [0, 0],
		parameters: { ...parameters, ...Object.fromEntries(expressions) },
		...node,
	} as INode;
}

/** n8n's execute functions with the members that the nodes use, and what was sent through them. */
export function fakeExecution(setting: Setting) {
	const sent: SentRequest[] = [];
	const { parameters = {}, perItem = [], respond = nobodyAnswers, items = 1 } = setting;
	const node = nodeOf(setting);
	const kept = setting.kept ?? {};
	const context = {
		getNode: () => node,
		getInputData: () => Array.from({ length: items }, () => ({ json: {} })),
		getNodeParameter(name: string, index: number, fallback?: unknown) {
			const value = perItem[index]?.[name] ?? parameters[name] ?? fallback;
			if (value === undefined) throw new Error(`Could not get parameter "${name}"`);
			return value;
		},
		async getCredentials(type: string, index: number) {
			if (setting.withoutCredential?.includes(index))
				throw new Error('No credential for this item');
			return await Promise.resolve({ typeOfCredential: type, ...setting.credential });
		},
		getContext: (type: string) => (type === 'node' ? kept : {}),
		getWorkflowDataProxy: () => ({ $runIndex: setting.runIndex ?? 0 }),
		getNodeOutputs: () => setting.outputs ?? [{ type: 'main' }],
		getMode: () => setting.mode ?? 'manual',
		getExecutionId: () => setting.executionId ?? '1',
		getExecutionCancelSignal: () => setting.cancel,
		continueOnFail: () => setting.continueOnFail ?? false,
		helpers: {
			async httpRequestWithAuthentication(
				this: unknown,
				credentialType: string,
				options: IHttpRequestOptions,
				additional: { credentialsDecrypted: { type: string; data: IDataObject } },
			) {
				if (this !== context) throw new Error('The helper lost its this');
				const credential = additional.credentialsDecrypted.data as ICredentialDataDecryptedObject;
				const request = { credentialType, options, credential };
				sent.push(request);
				return await respond(request, sent.length - 1);
			},
		},
	};
	return { context: context as unknown as IExecuteFunctions, sent, kept };
}

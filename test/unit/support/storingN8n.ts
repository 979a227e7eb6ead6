import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	WorkflowExecuteMode,
} from 'n8n-workflow';

/** What n8n asks of a credential whose token expires. */
export interface ExpiringCredential {
	/** The field that n8n looks at: while it is empty, it calls `preAuthentication`. */
	expirable: string;
	preAuthentication(credential: ICredentialDataDecryptedObject): Promise<IDataObject>;
	authenticate(
		credential: ICredentialDataDecryptedObject,
		options: IHttpRequestOptions,
	): Promise<unknown>;
}

/**
 * n8n as far as storing a credential goes: what `preAuthentication` gives is laid over what is stored, and then
 * `authenticate` decides whether anything is sent.
 */
export function storingN8n(
	credential: ExpiringCredential,
	setting: { mode?: WorkflowExecuteMode; stored?: IDataObject | Error } = {},
) {
	const { mode = 'webhook', stored = {} } = setting;
	const written: IDataObject[] = [];
	const sent: IHttpRequestOptions[] = [];
	const context = {
		getMode: () => mode,
		getCredentials: async (type: string) => {
			if (stored instanceof Error) throw stored;
			return { type, ...stored };
		},
		helpers: {
			async httpRequestWithAuthentication(
				this: unknown,
				_type: string,
				options: IHttpRequestOptions,
				additional: { credentialsDecrypted: { data: ICredentialDataDecryptedObject } },
			) {
				if (this !== context) throw new Error('The helper lost its this');
				const { data } = additional.credentialsDecrypted;
				if (data[credential.expirable] === '') {
					const changes = await credential.preAuthentication(data);
					written.push(changes);
					Object.assign(stored, changes);
				}
				await credential.authenticate(data, options);
				sent.push(options);
			},
		},
	};
	return { context: context as unknown as IExecuteFunctions, written, sent };
}

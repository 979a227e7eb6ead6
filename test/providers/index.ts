import type { IDataObject } from 'n8n-workflow';
import type { Sandbox } from '../sandbox/server';
import type { TestedItem, TestedLogin, TestedOperation, TestedProvider } from './contract';
import { fromEachProvider } from './folders';

/** Every provider of the package, in the order of their folders. */
export const providers = fromEachProvider<TestedProvider>('provider');

/** An operation, ready for `it.each` and `describe.each`. */
export interface OperationCase extends TestedOperation {
	/** The title after the provider's name: "AntBuddy Call: Create". */
	name: string;
	provider: TestedProvider;
	/** The type of the node. */
	type: string;
}

export const casesOf = (provider: TestedProvider): OperationCase[] =>
	provider.operations.map((operation) => ({
		...operation,
		name: `${provider.name} ${operation.title}`,
		provider,
		type: provider.node,
	}));

/** Every operation that makes a request. */
export const REQUESTING = providers.flatMap(casesOf);

/** Every operation that takes a phone number. */
export const REACHING = REQUESTING.flatMap(({ recipient, ...operation }) =>
	recipient ? [{ ...operation, recipient }] : [],
);

export type ReachingCase = (typeof REACHING)[number];

/** Every operation that sends a code and puts out its challenge. */
export const CHALLENGING = REACHING.filter(({ code }) => code !== undefined);

/** Every operation whose login is a separate request. */
export const LOGGING_IN = REACHING.flatMap((operation) => {
	const { token } = operation.provider.credential;
	return token ? [{ ...operation, token }] : [];
});

/** The fields of a credential for the sandbox. */
export const credentialFor = (
	{ credential, sandbox: { name } }: TestedProvider,
	{ baseUrls }: Pick<Sandbox, 'baseUrls'>,
	{ chosenBy, fields }: TestedLogin = credential.logins[0],
): Record<string, string> => ({ ...chosenBy, ...fields, baseUrl: baseUrls[name] });

/** The parameters of an operation, with expressions for those that differ between items. */
export const fromItem = ({ parameters, recipient, items }: TestedOperation) => ({
	...parameters,
	...(recipient && { [recipient.parameter]: '={{ $json.to }}' }),
	...items?.parameters,
});

/** The nth input item for {@link fromItem}. */
export async function newItem(
	{ recipient, items }: TestedOperation,
	sandbox: Sandbox,
	n: number,
): Promise<TestedItem> {
	if (!recipient) return await items!.make(sandbox, n);
	const json: IDataObject = { to: recipient.typed(n) };
	return { json, to: recipient.counted(n) };
}

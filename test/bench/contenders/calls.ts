import { casesOf, providers } from '../../providers';
import type { OperationCase } from '../../providers';
import type { TestedProvider } from '../../providers/contract';

/** How a call authenticates at its provider. */
export type Login = 'bearer' | 'basic' | 'header';

/**
 * The call that every contender makes, in a form that all of them can send: the number and the code, if there is one,
 * come from the item, and the other fields are the same for all items.
 */
export interface ProviderCall {
	tested: TestedProvider;
	/** The provider's name in the sandbox. */
	provider: string;
	operation: OperationCase;
	/** The name of this package's operation in the tables. */
	title: string;
	/** The path after the provider's base URL. */
	path: string;
	/** The part of a number before the subscriber's seven digits, in the provider's format. */
	prefix: string;
	/** The request's fields that an expression reads from a field of the item (see BenchRecipients). */
	fromItem: Record<string, string>;
	/** The request's other fields. */
	fixed: Record<string, string>;
	login: Login;
}

function loginOf({ credential: { token, logins } }: TestedProvider): Login {
	if (token) return 'bearer';
	return 'username' in logins[0].fields ? 'basic' : 'header';
}

function callOf(tested: TestedProvider): ProviderCall {
	const [operation] = casesOf(tested);
	const { title, path, recipient, code } = operation;
	const { form, wire, defaultCountry } = recipient!;
	const subscriber = '1000000';
	const number = form(`${defaultCountry === 'TH' ? '+6681' : '+8491'}${subscriber}`);
	return {
		...{ tested, operation, path, provider: tested.sandbox.name },
		title: `${tested.sandbox.label}, ${title}`,
		prefix: number.slice(0, -subscriber.length),
		fromItem: { [wire[0]]: 'number', ...(code && { [code]: 'code' }) },
		fixed: tested.sentBeside ?? {},
		login: loginOf(tested),
	};
}

/** A call for every provider: its first sending operation. */
export const calls = providers.map(callOf);

/** An n8n expression that reads a field of the item. */
export const expression = (field: string) => `={{ $json.${field} }}`;

import { casesOf, providers } from '../../providers';
import type { OperationCase } from '../../providers';
import type { TestedProvider } from '../../providers/contract';

/** How a provider's call is logged in. */
export type Login = 'bearer' | 'basic' | 'header';

/**
 * The call that every contender makes, in the one form that all of them can send: the number and the code, where there is
 * one, come from the item, and the other fields are the same for all items.
 */
export interface ProviderCall {
	tested: TestedProvider;
	/** The provider's name in the sandbox. */
	provider: string;
	operation: OperationCase;
	/** The operation of this package that makes it, as the table names it. */
	title: string;
	/** Follows the provider's base URL. */
	path: string;
	/** What stands before the seven digits of a subscriber, in the form that the provider wants. */
	prefix: string;
	/** The request's fields by the item's fields (see BenchRecipients) that n8n's expressions read. */
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

/** The sending operation of every provider. */
export const calls = providers.map(callOf);

/** An n8n expression that reads a field of the item. */
export const expression = (field: string) => `={{ $json.${field} }}`;

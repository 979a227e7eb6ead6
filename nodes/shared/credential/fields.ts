import { asTyped } from '../fields/field';
import type { Field } from '../fields/field';

/**
 * The Base URL field of a credential.
 *
 * @param reason completes the description "change it only if …"
 */
export const baseUrlField = (address: string, reason: string): Field =>
	asTyped({
		displayName: 'Base URL',
		name: 'baseUrl',
		form: 'https://…',
		type: 'string',
		required: true,
		default: address,
		description: `Address of the API; change it only if ${reason}`,
	});

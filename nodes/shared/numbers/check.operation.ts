import type { IDataObject } from 'n8n-workflow';
import { asTyped } from '../fields/field';
import { optionsField } from '../fields/groups';
import type { Item } from '../items/item';
import type { Resource } from '../items/operation';
import { defaultCountry, defaultCountryOf } from './options';
import { objectionTo, readTyped } from './phoneNumber';
import type { Destination } from './phoneNumber';
import { isNumber } from './readings';

const phoneNumber = asTyped({
	displayName: 'Phone Number',
	name: 'phoneNumber',
	form: 'a phone number',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. {{ $json.phone }}',
	description: 'The number to check, as people write it',
});

/** The library's FIXED_LINE_OR_MOBILE as fixedLineOrMobile. */
const inCamelCase = (type: string) =>
	type.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());

async function check(item: Item, reached: Destination): Promise<IDataObject> {
	const country = defaultCountryOf(item, reached.defaultCountry);
	const reading = readTyped(item.read(phoneNumber), country);
	if (!isNumber(reading)) {
		const { reason } = reading;
		return { valid: false, phoneNumber: null, country: null, type: null, allowed: false, reason };
	}
	const { number, type } = reading;
	const objection = objectionTo(item, reading, reached);
	return {
		valid: true,
		phoneNumber: number.number,
		country: number.country ?? null,
		type: inCamelCase(type),
		allowed: objection === undefined,
		reason: objection ? `it ${objection.reason}` : null,
	};
}

/**
 * Number: Check of a node that reaches these numbers. It makes no request, and a number that is not valid is an output,
 * never an error. `allowed` counts the credential's Allowed Countries if the node has a credential.
 */
export const numberResource = (reached: Destination): Resource => ({
	value: 'number',
	name: 'Number',
	operations: [
		{
			value: 'check',
			name: 'Check',
			action: 'Check a phone number',
			description:
				'Check whether a phone number is valid and may be reached, without sending to it',
			fields: [phoneNumber, optionsField([defaultCountry(reached.defaultCountry)])],
			worksWithoutCredential: true,
			execute: async (item) => await check(item, reached),
		},
	],
});

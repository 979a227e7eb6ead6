import { codeLength, expiresIn as ofChallenge } from '../codes/codeFields';
import type { Field } from '../fields/field';
import { optionsField } from '../fields/groups';
import { text, wholeNumber } from '../fields/kinds';
import { defaultCountry } from '../numbers/options';

export const maxAttempts = wholeNumber({
	displayName: 'Max Attempts',
	name: 'maxAttempts',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 10 },
	default: 3,
	description: 'How many tries a person has for a code, from 1 to 10',
});

export const coolDown = wholeNumber({
	displayName: 'Cool-Down (Seconds)',
	name: 'coolDown',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 3_600 },
	default: 60,
	description: 'How long a number waits for another code, from 0 to 3600',
});

export const sendsPerNumber = wholeNumber({
	displayName: 'Sends per Number',
	name: 'sendsPerNumber',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 100 },
	default: 5,
	description: 'How many codes a number gets in 10 minutes, from 1 to 100',
});

export const sendsPerAddress = wholeNumber({
	displayName: 'Sends per Address',
	name: 'sendsPerAddress',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 10_000 },
	default: 20,
	description:
		'How many codes people at one IP address can ask for in an hour, from 1 to 10000. Behind a proxy, set N8N_PROXY_HOPS for n8n.',
});

export const sendsInAll = wholeNumber({
	displayName: 'Sends in All',
	name: 'sendsInAll',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 10_000 },
	default: 100,
	description:
		'How many codes are sent in an hour, from 1 to 10000, which bounds what an attack costs',
});

export const country = defaultCountry();

export const allowedOrigins = text({
	displayName: 'Allowed Origins (CORS)',
	name: 'allowedOrigins',
	type: 'string',
	default: '*',
	placeholder: 'e.g. https://app.example.com, https://example.com',
	description:
		'The websites whose pages may use this address, with commas between them. All may with *.',
});

export const expiresIn: Field<number> = {
	...ofChallenge,
	property: { ...ofChallenge.property, description: 'How long a code is accepted, from 30 to 600' },
};

/** The Options of the trigger. */
export const options = optionsField([
	...[maxAttempts, coolDown, sendsPerNumber, sendsPerAddress, sendsInAll],
	...[codeLength, expiresIn, country, allowedOrigins],
]);

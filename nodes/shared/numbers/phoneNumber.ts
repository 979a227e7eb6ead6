import type { Item } from '../items/item';
import { isBlank, forMessage } from '../values';
import { allowedCountriesOf, countryName, countryObjection } from './allowedCountries';
import { kindObjection } from './numberKinds';
import type { Objection } from './numberKinds';
import { defaultCountryOf, exampleFor, sendNumberUnchanged } from './options';
import type { CountryCode } from './phoneLibrary';
import { isNumber, readText } from './readings';
import type { Reading, ValidNumber } from './readings';
import type { Unreadable } from './writtenNumber';

/** A recipient's number in the forms that providers expect. */
export interface Recipient {
	/** E.164 with the plus, or the typed text if it is sent unchanged. */
	e164: string;
	/** The digits after the country code, 919273027; undefined if the number is sent unchanged. */
	nationalNumber?: string;
	/** Country code and number, digits only: 84919273027. */
	digits: string;
	/** ISO 3166-1 code; undefined if the number has no country or cannot be parsed. */
	country?: string;
}

/** The numbers that an operation reaches. */
export interface Destination {
	/** The country of numbers without a country code, unless the user sets Default Country. */
	defaultCountry?: CountryCode;
	/** Whether the provider sends a text message instead of calling. */
	isText?: boolean;
	/** The only country that the provider calls, and the provider's name for the message. */
	only?: { country: CountryCode; provider: string };
}

/** The parameter that a number was typed into. */
export interface NumberSource extends Destination {
	/** The parameter's display name. */
	parameter: string;
	/** Whether the provider calls or texts the number, so that its country and its kind are checked. */
	isDestination?: boolean;
	/** Whether an invalid number is sent as typed, because the provider was asked to skip such numbers. */
	acceptsInvalid?: boolean;
}

/** The typed number, or the value of an expression, as text; undefined if it is neither text nor a whole number. */
function textOf(typed: unknown): string | undefined {
	if (isBlank(typed)) return '';
	if (typeof typed === 'string') return typed.trim();
	return Number.isSafeInteger(typed) && Number(typed) >= 0 ? String(typed) : undefined;
}

/** Reads the value of a parameter, which may be anything if it comes from an expression. */
export function readTyped(typed: unknown, country?: CountryCode): Reading {
	const text = textOf(typed);
	if (text === undefined)
		return {
			reason: 'it is neither a text nor a whole number',
			advice: 'Give it one phone number, and check the expression in it.',
			handedOn: 'never',
		};
	if (text !== '') return readText(text, country);
	return {
		reason: 'it is empty',
		advice: `Enter a number such as ${exampleFor(country)}, or check the expression in it.`,
		handedOn: 'never',
	};
}

/** Whether the user switched on Send Number Unchanged. */
const isSentUnchanged = (item: Item): boolean => item.option(sendNumberUnchanged);

const asTyped = (text: string, reading: Reading): Recipient => ({
	e164: text,
	digits: text,
	country: isNumber(reading) ? reading.number.country : undefined,
});

const formsOf = ({ number }: ValidNumber): Recipient => ({
	e164: number.number,
	nationalNumber: number.nationalNumber,
	digits: number.number.slice(1),
	country: number.country,
});

/**
 * Returns why the item must not reach a valid number; undefined if it may.
 *
 * @throws NodeOperationError if Allowed Countries cannot be read
 */
export function objectionTo(
	item: Item,
	valid: ValidNumber,
	{ isText, only }: Destination,
): Objection | undefined {
	const { country } = valid.number;
	const objection =
		countryObjection(allowedCountriesOf(item, item.credential), country) ??
		kindObjection(valid, isText);
	if (objection || !only || country === only.country) return objection;
	return {
		reason: `is not a number in ${countryName(only.country)}, where ${only.provider} calls`,
		advice: `Enter a number such as ${exampleFor(only.country)}, or use another provider for this recipient.`,
	};
}

function refuse(
	item: Item,
	name: string,
	typed: unknown,
	{ reason, advice }: Unreadable,
	country?: CountryCode,
) {
	if (isBlank(typed)) return item.invalid(`${name} is empty`, advice!);
	const shown = textOf(typed)?.slice(0, 40) ?? forMessage(typed);
	return item.invalid(
		`${name} “${shown}” is not a valid phone number: ${reason}`,
		advice ??
			`Enter a number such as ${exampleFor(country)}. If you are sure it is right, switch on Send Number Unchanged under Options.`,
	);
}

/**
 * Reads a number as people write it.
 *
 * @throws NodeOperationError before any request, if the number is not valid, its country is not among the credential's
 * Allowed Countries, or the operation does not reach numbers of its kind
 */
export function readNumber(item: Item, typed: unknown, source: NumberSource): Recipient {
	const { parameter, isDestination = true, acceptsInvalid = false } = source;
	const country = defaultCountryOf(item, source.defaultCountry);
	const reading = readTyped(typed, country);
	const isUnchanged = isSentUnchanged(item);
	if (!isNumber(reading)) {
		const isHandedOn = isUnchanged
			? reading.handedOn !== 'never'
			: acceptsInvalid && !reading.handedOn;
		if (!isHandedOn) throw refuse(item, parameter, typed, reading, country);
	}
	const isRead = isNumber(reading) && !isUnchanged;
	const recipient = isRead ? formsOf(reading) : asTyped(String(typed).trim(), reading);
	if (!isDestination) return recipient;
	const objection = isRead
		? objectionTo(item, reading, source)
		: countryObjection(allowedCountriesOf(item, item.credential), recipient.country);
	if (!objection) return recipient;
	throw item.invalid(`${parameter} “${recipient.e164}” ${objection.reason}`, objection.advice);
}

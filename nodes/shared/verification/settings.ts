import { UserError } from 'n8n-workflow';
import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';
import { codeLength } from '../codes/codeFields';
import type { Field, FieldOwner } from '../fields/field';
import { isRecord, plainText } from '../values';
import * as fields from './fields';
import * as optionFields from './optionFields';
import { SECOND } from './limits';
import type { Limits } from './limits';
import type { Language } from './page/view';

/** What the builder set, with the expressions evaluated for this request. */
export interface Settings {
	language: Language;
	texts: { title: string; introduction: string; buttonLabel: string; doneText: string };
	respond: string;
	/** '' if the trigger does not redirect. */
	redirectUrl: string;
	hasNotVerifiedOutput: boolean;
	maxAttempts: number;
	limits: Limits;
	codeLength: number;
	/** Milliseconds. */
	expiresIn: number;
	/** The country of numbers without a country code; left out if the builder did not choose one. */
	defaultCountry?: unknown;
	/** Empty if all origins are allowed. */
	allowedOrigins: string[];
}

const LANGUAGES: Language[] = ['en', 'vi', 'th'];

/** The first language of a browser's list, such as `vi-VN,vi;q=0.9`, in which the page speaks; undefined if none. */
function languageIn(value: unknown): Language | undefined {
	const wanted = plainText(value)
		.split(',')
		.map((tag) => tag.trim().toLowerCase().split(/[-;_]/)[0]);
	const known = wanted.find((tag) => (LANGUAGES as string[]).includes(tag));
	return known as Language | undefined;
}

const owner: FieldOwner = {
	invalid: (message, description) => new UserError(message, { description }),
};

/**
 * Reads the fields of the trigger.
 *
 * @param lang the language that the address asks for, before the builder's
 * @throws UserError naming the field that cannot be used, or what n8n throws for an expression
 */
export function readSettings(functions: IWebhookFunctions, lang: unknown): Settings {
	const read = <T>(field: Field<T>): T => {
		const { name, default: fallback } = field.property;
		const value = functions.getNodeParameter(name, fallback) as unknown;
		return field.read(owner, value) ?? (fallback as T);
	};
	// What only changes the look of the page must not close it. In n8n 1 and 2.0, expressions know nothing of a request
	// without a body, such as that for the page.
	const readLook = <T>(field: Field<T>): T => {
		const { name, default: fallback } = field.property;
		let value: unknown;
		try {
			value = functions.getNodeParameter(name, fallback) as unknown;
		} catch {
			// It then looks as if the field was left out.
		}
		return field.read(owner, value) ?? (fallback as T);
	};
	const given = functions.getNodeParameter('options', {}) as unknown;
	const options: IDataObject = isRecord(given) ? given : {};
	const option = <T>(field: Field<T>): T => {
		const { name, default: fallback } = field.property;
		return field.read(owner, options[name]) ?? (fallback as T);
	};
	const respond = read(fields.respond);
	const origins = option(optionFields.allowedOrigins).split(/[\s,]/);
	return {
		language: languageIn(lang) ?? languageIn(readLook(fields.language)) ?? 'en',
		texts: {
			title: readLook(fields.pageTitle),
			introduction: readLook(fields.introduction),
			buttonLabel: readLook(fields.buttonLabel),
			doneText: respond === 'page' ? readLook(fields.doneText) : '',
		},
		respond,
		redirectUrl: respond === 'redirect' ? read(fields.redirectUrl) : '',
		hasNotVerifiedOutput: read(fields.notVerifiedOutput),
		maxAttempts: option(optionFields.maxAttempts),
		limits: {
			coolDown: option(optionFields.coolDown) * SECOND,
			sendsPerNumber: option(optionFields.sendsPerNumber),
			sendsPerAddress: option(optionFields.sendsPerAddress),
			sendsInAll: option(optionFields.sendsInAll),
		},
		codeLength: option(codeLength),
		expiresIn: option(optionFields.expiresIn) * SECOND,
		defaultCountry: options[optionFields.country.property.name],
		allowedOrigins: origins.includes('*') ? [] : origins.filter((origin) => origin !== ''),
	};
}

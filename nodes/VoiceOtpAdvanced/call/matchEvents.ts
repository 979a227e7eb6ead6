import type { IDataObject } from 'n8n-workflow';
import { carriesRefusal } from '../../shared/answer/signs';
import { plainText } from '../../shared/values';

/** Digits. A shorter national number could be the end of several numbers. */
const SHORTEST_NATIONAL = 6;
/** Digits of the longest country code. */
const LONGEST_COUNTRY_CODE = 3;

const digitsOf = (text: string) => text.replace(/\D/g, '').replace(/^0+/, '');

/** Finds the recipients that a callee may be, in any form with or without the country code. */
function recipientFinder(asked: string[]): (callee: string) => Set<string> {
	const byText = new Map(asked.map((recipient) => [recipient, new Set([recipient])]));
	const byDigits = new Map<string, Set<string>>();
	const byNational = new Map<string, Set<string>>();
	const add = (map: Map<string, Set<string>>, key: string, recipient: string) =>
		key !== '' && map.set(key, (map.get(key) ?? new Set()).add(recipient));
	for (const recipient of asked) {
		const digits = digitsOf(recipient);
		add(byDigits, digits, recipient);
		for (let code = 1; code <= LONGEST_COUNTRY_CODE; code++)
			add(byNational, digitsOf(digits.slice(code)), recipient);
	}
	return (callee) => {
		const digits = digitsOf(callee);
		const isNational = digits.length >= SHORTEST_NATIONAL && !/^\D*(\+|00)/.test(callee);
		const national = isNational ? byNational.get(digits) : undefined;
		return byText.get(callee) ?? byDigits.get(digits) ?? national ?? new Set();
	};
}

/**
 * The event about each recipient, undefined if none certainly is. The order of the events does not count: a challenge
 * with somebody else's number would verify the wrong person.
 */
export function matchEvents(
	asked: string[],
	events: IDataObject[],
): Map<string, IDataObject | undefined> {
	const matched = new Map<string, IDataObject | undefined>(
		asked.map((recipient) => [recipient, undefined]),
	);
	const find = recipientFinder(asked);
	const nameless: IDataObject[] = [];
	for (const event of events) {
		const callee = plainText(event.callee).normalize('NFKC');
		if (callee === '') nameless.push(event);
		const [recipient, ...others] = find(callee);
		if (recipient === undefined || others.length > 0) continue;
		// Of several events about one recipient, the one that reports a call counts, so that nobody is called twice.
		const known = matched.get(recipient);
		if (!known || carriesRefusal(known)) matched.set(recipient, event);
	}
	const missing = asked.filter((recipient) => !matched.get(recipient));
	const isAlone = asked.length === 1 && events.length === 1;
	const areAllRefused =
		nameless.length >= missing.length && nameless.every((event) => carriesRefusal(event));
	if (isAlone || areAllRefused)
		for (const [place, recipient] of missing.entries()) matched.set(recipient, nameless[place]);
	return matched;
}

import { itemOf } from '../items/runOnce';
import { defaultCountryOf } from '../numbers/options';
import { objectionTo, readTyped } from '../numbers/phoneNumber';
import { isNumber } from '../numbers/readings';
import type { Visit, Way } from './visit';

/** A number as typed, in E.164, and the providers that may reach it. */
export interface Recipient {
	phoneNumber: string;
	ways: Way[];
}

type Unreached = 'invalidNumber' | 'notAllowed';

/** The E.164 number, or why the provider may not reach it. */
function read({ functions, settings }: Visit, way: Way, typed: string) {
	const { provider, reached } = way.of;
	const options = { defaultCountry: settings.defaultCountry as string };
	const { item, end } = itemOf(functions, provider, way.credential, { options });
	try {
		const reading = readTyped(typed, defaultCountryOf(item, reached.defaultCountry));
		if (!isNumber(reading)) return { refusal: 'invalidNumber' } as const;
		if (objectionTo(item, reading, reached)) return { refusal: 'notAllowed' } as const;
		return { phoneNumber: reading.number.number };
	} finally {
		end();
	}
}

/**
 * Reads a number by the rules of each provider: the country of numbers without a country code, the credential's Allowed
 * Countries, and what it reaches. The number is the first provider's that reads it, and those that may reach it follow.
 *
 * @returns why no provider may reach the number, in the first one's words
 * @throws NodeOperationError if Default Country or Allowed Countries cannot be read
 */
export function recipientOf(visit: Visit, ways: Way[], typed: string): Recipient | Unreached {
	let phoneNumber: string | undefined;
	const usable: Way[] = [];
	const refusals: Unreached[] = [];
	for (const way of ways) {
		const { refusal, ...found } = read(visit, way, phoneNumber ?? typed);
		if (refusal) refusals.push(refusal);
		else {
			phoneNumber = found.phoneNumber;
			usable.push(way);
		}
	}
	return phoneNumber === undefined ? refusals[0] : { phoneNumber, ways: usable };
}

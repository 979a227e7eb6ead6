import { spelled } from '../../../sandbox/inbox/entry';
import { integer, text } from '../../../sandbox/shared/validate';
import type { Fields } from '../../../sandbox/shared/validate';

/** Body of `POST /get-token/` (docs/providers/antbuddy.md). */
export const loginFields: Fields = {
	username: { check: text({ min: 1 }), required: true },
	password: { check: text({ min: 1 }), required: true },
};

/** Body of `POST /voice-otp/`. */
export const callFields: Fields = {
	alarm_phonenumber: {
		check: text({ pattern: /^0\d{9,10}$/, as: 'a national number like 0919273027' }),
		required: true,
	},
	otp: { check: text() },
	maxretry: { check: integer(0) },
};

/** A call in an answer and in the list; the document shows neither. */
export interface VoiceOtp {
	id: number;
	alarm_phonenumber: string;
	otp: string;
	maxretry: number;
	status: string;
	created_date: string;
}

/** `maxretry` 0 "corresponds to one attempt". Many repetitions are counted, not listed, because they have no limit. */
export function readings(code: string, maxretry: number): string[] {
	const listed = Math.min(maxretry, 9);
	const rest = maxretry - listed;
	const again = Array.from({ length: listed }, () => ['Once more, your code is', spelled(code)]);
	return [
		...['Your code is', spelled(code), ...again.flat()],
		...(rest > 0 ? [`and ${rest} more times`] : []),
	];
}

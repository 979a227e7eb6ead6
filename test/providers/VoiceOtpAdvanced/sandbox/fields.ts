import {
	boolean,
	integer,
	list,
	object,
	oneOf,
	text,
	webAddress,
} from '../../../sandbox/shared/validate';
import type { Fields } from '../../../sandbox/shared/validate';

const e164 = /^\+[1-9]\d{6,14}$/;

export function isE164(number: string): boolean {
	return e164.test(number);
}

const prompt = { check: text({ max: 750 }), nullable: true };
const promptType = { check: oneOf('File', 'TTS', 'TTS_SSML') };

const voice: Fields = {
	language: { check: text({ pattern: /^[a-z]{2}-[A-Z]{2}$/, as: 'a locale like en-GB' }) },
	gender: { check: oneOf('Female', 'Male') },
	number: { check: integer(1) },
	volume: { check: integer(-4, 4) },
	premium: { check: boolean },
};

/**
 * The body of the OTP instruction (docs/providers/cm.md#request). A nullable field is documented with `| null`. Callees
 * are any text here, because `disable-callees-validation` decides whether they must be E.164.
 */
export const otpFields: Fields = {
	'instruction-id': { check: text({ max: 64 }), nullable: true },
	callee: { check: text(), nullable: true },
	callees: { check: list(text()), nullable: true },
	caller: {
		check: text({ min: 1, max: 24, pattern: e164, as: 'a number in E.164 format' }),
		required: true,
	},
	anonymous: { check: boolean },
	'disable-callees-validation': { check: boolean },
	'callback-url': { check: webAddress, nullable: true },
	'max-ringing-timeout': { check: integer(10, 60), nullable: true },
	'intro-prompt': prompt,
	'intro-prompt-type': promptType,
	'code-prompt': prompt,
	'code-prompt-type': promptType,
	code: { check: text({ min: 1, max: 64 }), required: true },
	'code-type': { check: oneOf('Default', 'TTS', 'Custom') },
	'replay-prompt': prompt,
	'replay-prompt-type': promptType,
	'outro-prompt': prompt,
	'outro-prompt-type': promptType,
	'max-replays': { check: integer(0, 3), nullable: true },
	'auto-replay': { check: boolean, nullable: true },
	voice: { check: object(voice) },
	'voicemail-response': { check: oneOf('Ignore', 'Restart', 'Stop') },
};

type PromptName = 'intro' | 'code' | 'replay' | 'outro';

/** A body that passed `otpFields`. */
export type OtpInstruction = {
	caller: string;
	code: string;
	callee?: string | null;
	callees?: string[] | null;
	'instruction-id'?: string | null;
	'disable-callees-validation'?: boolean;
	'callback-url'?: string | null;
	'max-replays'?: number | null;
	'auto-replay'?: boolean | null;
	voice?: { premium?: boolean };
} & { [name in `${PromptName}-prompt`]?: string | null } & {
	[name in `${PromptName}-prompt-type`]?: string;
};

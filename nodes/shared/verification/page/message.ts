import { html, nothing } from './html';
import type { Html } from './html';
import { languages } from './texts/languages';
import type { Language, Message, MessageKey, PageView } from './view';

/** The messages that are about what stands in the field, not about something else. */
const ABOUT_FIELD: MessageKey[] = [
	'invalidNumber',
	'notAllowed',
	'mismatch',
	'expired',
	'tooManyAttempts',
	'emptyCode',
];

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** A time as people say it, such as “42 seconds”; rounded up, so that nobody comes too early. */
export function waitOf(seconds: number, language: Language): string {
	const [unit, length] =
		seconds < 2 * MINUTE
			? ['second', 1]
			: seconds < 2 * HOUR
				? ['minute', MINUTE]
				: (['hour', HOUR] as const);
	const form = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' });
	// A line must not break between the two.
	return form.format(Math.max(1, Math.ceil(seconds / length))).replace(' ', '\u00a0');
}

function textOf({ key, seconds, attemptsLeft }: Message, language: Language): string {
	const wait = seconds === undefined ? undefined : waitOf(seconds, language);
	return languages[language].messages[key]({ wait, attemptsLeft });
}

/** The message as a screen reader reads it out. */
export const messageOf = ({ message, language }: PageView): Html =>
	message
		? html`<p class="notice" id="message" role="alert">${textOf(message, language)}</p>`
		: nothing;

/** What connects a field with its message and its hint, as WCAG's technique ARIA1 has it. */
export function describedBy({ message }: PageView, hint?: string): Html {
	const ids = [...(message ? ['message'] : []), ...(hint ? [hint] : [])];
	const described = ids.length > 0 ? html` aria-describedby="${ids.join(' ')}"` : nothing;
	const isInvalid = message !== undefined && ABOUT_FIELD.includes(message.key);
	return isInvalid ? html`${described} aria-invalid="true"` : described;
}

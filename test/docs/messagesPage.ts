import { textOf } from '../support/package';
import { messages } from './messages';
import type { Message } from './messages';
import { tableOf, withPart } from './table';

export const messagesFile = 'docs/guides/troubleshooting.md';

/** Whether the message itself, or the code beside it, says what to do. */
const hasAdvice = ({ text, advice }: Message) => advice !== '' || /\. \p{Lu}.*\.$/u.test(text);

/** Whether a user can find it by its words; what only frames the words of others has one at most. */
const hasOwnWords = ({ text }: Message) => (text.match(/\p{L}+/gu) ?? []).length > 1;

/** The messages that the table explains; the prose of the page explains the others. */
export const isInTable = (message: Message): boolean => hasAdvice(message) && hasOwnWords(message);

const letters = (text: string) => text.replace(/[^\p{L}\p{N} ]/gu, '').trim();

/** The messages page with its table made anew from the code: each message once, in the order of their words. */
export function messagesPage(): string {
	const advices = new Map<string, Set<string>>();
	for (const { text, advice } of messages().filter(isInTable))
		advices.set(text, (advices.get(text) ?? new Set<string>()).add(advice));
	const rows = [...advices]
		.sort(([one], [other]) => letters(one).localeCompare(letters(other), 'en'))
		.map(([text, advice]) => [`\`${text}\``, [...advice].join(' Or: ') || '–']);
	return withPart(textOf(messagesFile), 'messages', tableOf(['Message', 'What to do'], rows));
}

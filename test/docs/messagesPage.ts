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

/** The messages page with its table made anew from the code: a row for each advice, in the order of their words. */
export function messagesPage(): string {
	const messagesOf = new Map<string, Set<string>>();
	for (const { text, advice } of messages().filter(isInTable)) {
		// A message that says itself what to do has a row of its own.
		const key = advice || `–${text}`;
		messagesOf.set(key, (messagesOf.get(key) ?? new Set()).add(text));
	}
	const inOrder = (texts: string[]) =>
		texts.sort((one, other) => letters(one).localeCompare(letters(other), 'en'));
	const rows = [...messagesOf].map(([advice, texts]): [string[], string] => [
		inOrder([...texts]),
		advice.startsWith('–') ? '–' : advice,
	]);
	const cells = rows
		.sort(([[one]], [[other]]) => letters(one).localeCompare(letters(other), 'en'))
		.map(([texts, advice]) => [texts.map((text) => `\`${text}\``).join('<br>'), advice]);
	return withPart(textOf(messagesFile), 'messages', tableOf(['Message', 'What to do'], cells));
}

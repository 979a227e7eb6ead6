import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sandboxes } from '../providers';
import type { InboxEntry } from './entry';

/** Why the recipient got nothing. */
const NOT_REACHED: Partial<Record<InboxEntry['outcome'], string>> = {
	undelivered: 'Could not be delivered',
	expired: 'Expired before it could be delivered',
	notAnswered: 'Not answered',
	failed: 'Failed',
	rejected: 'Rejected',
};

const template = readFileSync(join(__dirname, 'page.html'), 'utf8');

/** The whole page, which reloads its entries by itself. */
export function inboxPage(entries: InboxEntry[]): string {
	// A function, because `$&` in a replacement text has a meaning.
	return template.replace('<!-- entries -->', () => inboxEntries(entries));
}

/** The entries as HTML, in the given order. Everything from a request is escaped. */
export function inboxEntries(entries: InboxEntry[]): string {
	if (entries.length > 0) return entries.map(entryHtml).join('\n');
	return '<p class="empty">Nothing here yet. Messages and calls appear as they are sent.</p>';
}

function entryHtml(entry: InboxEntry): string {
	const { provider, kind, to, code, at } = entry;
	const { label, color } = sandboxes.find(({ name }) => name === provider)!;
	// No country code begins with 0, so such a number is in national format.
	const number = to.startsWith('0') ? to : `+${to}`;
	return `<article class="entry" data-to="${escape(to)}" data-kind="${kind}" data-provider="${provider}">
	<header>
		<span class="badge" style="background: ${color}">${label}</span>
		<span class="kind">${kind === 'sms' ? 'SMS' : 'Call'} to</span>
		<span class="to">${escape(number)}</span>
		<time datetime="${escape(at)}">${escape(at.slice(11, 19))}</time>
	</header>
	${code && `<p class="code">${escape(code)}</p>`}
	${contentHtml(entry)}
</article>`;
}

function contentHtml(entry: InboxEntry): string {
	const failure = NOT_REACHED[entry.outcome];
	if (failure !== undefined) return `<p class="failure">${failure}</p>`;
	if (entry.kind === 'sms') return `<p class="text">${escape(entry.text)}</p>`;
	const lines = entry.heard.map((line) => `<li>${escape(line)}</li>`).join('');
	const caller = entry.caller === null ? '' : `<p class="caller">from ${escape(entry.caller)}</p>`;
	return `<ol class="heard" aria-label="What the callee heard">${lines}</ol>${caller}`;
}

function escape(text: string): string {
	return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

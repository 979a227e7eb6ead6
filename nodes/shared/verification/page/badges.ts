import { Html } from './html';

const drawn = (shapes: string, look = 'badge'): Html =>
	new Html(
		`<div class="${look}"><svg viewBox="0 0 24 24" width="28" height="28" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${shapes}</svg></div>`,
	);

/** Drawn for this page; the text beside each says the same. */
export const badges = {
	phone: drawn(
		'<rect x="6.5" y="2.5" width="11" height="19" rx="2.5"/><path d="m9.5 11.5 2 2 3.2-3.6M11 18.5h2"/>',
	),
	call: drawn(
		'<path d="M5.2 3.5h2.9l1.6 4-2 1.5a12 12 0 0 0 5.3 5.3l1.5-2 4 1.6v2.9a1.7 1.7 0 0 1-1.9 1.7A15 15 0 0 1 3.5 5.4 1.7 1.7 0 0 1 5.2 3.5Z"/><path d="M14 3.5a6.5 6.5 0 0 1 6.5 6.5M14 7.2a2.8 2.8 0 0 1 2.8 2.8"/>',
	),
	text: drawn(
		'<path d="M5.5 4h13A2.5 2.5 0 0 1 21 6.5v8a2.5 2.5 0 0 1-2.5 2.5H11l-4.5 3.5V17h-1A2.5 2.5 0 0 1 3 14.5v-8A2.5 2.5 0 0 1 5.5 4Z"/><path d="M8 10.5h.01M12 10.5h.01M16 10.5h.01" stroke-width="2.5"/>',
	),
	done: drawn('<path d="m5 12.5 4.7 4.7L19.5 7.5"/>', 'badge good'),
	closed: drawn('<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5.2l3.2 1.9"/>'),
};

import { STATUSES } from '../../../nodes/Ants/statusCodes';
import { statusOptions as callStatuses } from '../../../nodes/VoiceOtpAdvanced/finishedCalls';
import { cellsOf, codeSpansOf, proseLines } from '../../docs/markdown';
import { messages } from '../../docs/messages';
import { isInTable, messagesFile } from '../../docs/messagesPage';
import { textOf } from '../../support/package';

const code = messages();
const page = proseLines(textOf(messagesFile)).flatMap(codeSpansOf);

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** Whether the page shows this message: what the code puts in for … may be anything there. */
const isShown = (message: string) => {
	const form = new RegExp(`^${message.split('…').map(escape).join('.+')}$`, 'u');
	return page.some((span) => form.test(span));
};

it('finds the messages in the code, with the advice beside them', () => {
	expect(code.length).toBeGreaterThan(60);
	const found = code.map(({ text, advice }) => [text, advice]);
	for (const expected of [
		['… is empty', 'Enter a value for …, or check the expression in it.'],
		[
			'Base URL in the credential contains "?" or "#"',
			'Enter only the part of the address before it.',
		],
		['ANTS did not accept Username and Password', 'Correct them.'],
		[
			'… “…” is not a valid phone number: it has an extension',
			'Leave the extension out: nobody can dial it.',
		],
	])
		expect(found).toContainEqual(expected);
});

it('pairs the message and the advice that one condition chooses', () => {
	const { advice } = code.find(({ text }) => text.startsWith('AntBuddy did not accept'))!;
	expect(advice).toMatch('Correct Username and Password');
});

it('puts most messages into the generated table', () => {
	expect(code.filter(isInTable).length).toBeGreaterThan(40);
});

// Frames around other words, and words within a frame: the page speaks of them by hand.
it.each(code.filter((message) => !isInTable(message)).map(({ text, place }) => [text, place]))(
	'explains “%s” (%s)',
	(text) => expect(isShown(text)).toBe(true),
);

it('lists every status of ANTS, with the reason that Verify gives for it', () => {
	const rows = textOf('docs/providers/ants.md').split('\n').map(cellsOf);
	const listed = rows.filter(([first]) => /^\d{4}$/.test(first));
	const expected = STATUSES.map(({ code: status, english, reason }) => [
		status,
		english,
		status === '0000' ? 'See `result`' : reason ? `\`${reason}\`` : '–',
	]);
	expect(listed.map(([status, message, , inVerify]) => [status, message, inVerify])).toEqual(
		expected,
	);
});

it('lists every result of a call by CM.com', () => {
	const named = callStatuses.map(({ value }) => value).filter((value) => value !== 'unknown');
	expect(named).toHaveLength(4);
	for (const value of named) expect(textOf('docs/providers/cm.md')).toContain(`\`${value}\``);
});

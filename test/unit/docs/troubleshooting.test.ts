import { STATUSES } from '../../../nodes/Ants/statusCodes';
import { statusOptions as callStatuses } from '../../../nodes/VoiceOtpAdvanced/finishedCalls';
import { cellsOf, codeSpansOf, sectionsOf } from '../../docs/markdown';
import { messages } from '../../docs/messages';
import { textOf } from '../../support/package';

/** Their tables hold no messages of this package. */
const WITHOUT_MESSAGES = ['Read a message', 'Statuses of the providers', 'What n8n itself says'];

const sections = sectionsOf(textOf('docs/guides/troubleshooting.md'));

/** The messages that the guide explains: what stands in backticks in the first cell of a row. */
const entries = sections
	.filter(({ heading }) => !WITHOUT_MESSAGES.includes(heading))
	.flatMap(({ lines }) => lines)
	.flatMap((line) => codeSpansOf(cellsOf(line)[0] ?? ''));

const code = messages();

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** Whether an entry is this message: what the code puts in for … may be anything there. */
const isEntryOf = (message: string) => {
	const form = new RegExp(`^${message.split('…').map(escape).join('.+')}$`, 'u');
	return (entry: string) => form.test(entry);
};

describe('docs/guides/troubleshooting.md', () => {
	it('finds the messages in the code', () => {
		expect(code.length).toBeGreaterThan(60);
		const texts = code.map(({ text }) => text);
		expect(texts).toEqual(
			expect.arrayContaining([
				'… could not be reached: … refused the connection',
				'ANTS did not accept Username and Password. Correct them.',
				'Base URL in the credential is not a web address',
				'it has an extension',
				'… answered …: it redirects to …, which is not followed',
			]),
		);
	});

	it.each(code.map(({ text, place }) => [text, place]))('explains “%s” (%s)', (text) => {
		expect(entries.filter(isEntryOf(text))).not.toEqual([]);
	});

	it.each(entries.map((entry) => [entry]))('explains “%s”, which the code still says', (entry) => {
		expect(code.filter(({ text }) => isEntryOf(text)(entry))).not.toEqual([]);
	});

	it('has every status of ANTS, with the reason that Verify gives for it', () => {
		const { lines } = sections.find(({ heading }) => heading === 'Statuses of the providers')!;
		const rows = lines.map(cellsOf).filter(([first]) => /^\d{4}$/.test(first));
		const given = rows.map(([status, message, inVerify]) => [status, message, inVerify]);
		const expected = STATUSES.map(({ code: status, english, reason }) => [
			status,
			english,
			status === '0000' ? 'See `result`' : reason ? `\`${reason}\`` : '–',
		]);
		expect(given).toEqual(expected);
	});

	it('has every result of a call by CM.com', () => {
		const text = sections.flatMap(({ lines }) => lines).join('\n');
		const named = callStatuses.map(({ value }) => value).filter((value) => value !== 'unknown');
		expect(named).toHaveLength(4);
		for (const value of named) expect(text).toMatch(new RegExp(`\\d+ \`${value}\``));
	});
});

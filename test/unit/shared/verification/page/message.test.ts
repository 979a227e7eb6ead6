import { pageOf } from '../../../../../nodes/shared/verification/page/page';
import type { MessageKey } from '../../../../../nodes/shared/verification/page/page';
import { waitOf } from '../../../../../nodes/shared/verification/page/message';
import { languages as texts } from '../../../../../nodes/shared/verification/page/texts/languages';
import { codeView, languages, numberView, readOf, tagsOf } from './views';

const SPACE = '\u00a0';
const keys = Object.keys(texts.en.messages) as MessageKey[];
const ABOUT_NUMBER: MessageKey[] = ['invalidNumber', 'notAllowed'];
const ABOUT_CODE: MessageKey[] = ['mismatch', 'expired', 'tooManyAttempts', 'emptyCode'];

describe.each(languages)('in %s', (language) => {
	it.each(keys)('says %s in an alert that describes the field', (key) => {
		const message = { key, seconds: 42, attemptsLeft: 2 };
		for (const view of [numberView, codeView]) {
			const page = pageOf({ ...view, language, message });
			const said = texts[language].messages[key]({
				wait: waitOf(42, language),
				attemptsLeft: 2,
			});
			expect(page).toContain(`<p class="notice" id="message" role="alert">${said}</p>`);
			const field = tagsOf(page, 'input').find((tag) => tag.includes('autofocus'))!;
			const ids = view === numberView ? 'message hint' : 'message';
			expect(field).toContain(` aria-describedby="${ids}"`);
			const isAboutField = [...ABOUT_NUMBER, ...ABOUT_CODE].includes(key);
			expect(field.includes(' aria-invalid="true"')).toBe(isAboutField);
		}
	});

	it.each(keys)('says %s where neither the time nor the attempts are known', (key) => {
		const said = readOf(pageOf({ ...codeView, language, message: { key } }));
		expect(said).not.toMatch(/undefined|NaN|null|\{|\}/);
		expect(said).toContain(texts[language].messages[key]({}));
	});

	it.each(['coolDown', 'tooManySends'] as const)('tells with %s how long to wait', (key) => {
		const page = pageOf({ ...codeView, language, message: { key, seconds: 42 } });
		expect(page).toContain(`42${SPACE}`);
	});

	it('tells how many attempts are left', () => {
		const left = (attemptsLeft: number) =>
			readOf(pageOf({ ...codeView, language, message: { key: 'mismatch', attemptsLeft } }));
		expect(left(2)).toMatch(/\s2\s/);
		expect(left(1)).not.toContain('attempts');
	});
});

it('says nothing where nothing happened', () => {
	for (const view of [numberView, codeView]) {
		const page = pageOf(view);
		expect(page).not.toMatch(/role="alert"|aria-invalid="/);
	}
	expect(pageOf(codeView)).not.toContain('aria-describedby');
});

it.each([
	[0, 'en', `1${SPACE}second`],
	[1, 'en', `1${SPACE}second`],
	[41.2, 'en', `42${SPACE}seconds`],
	[119, 'en', `119${SPACE}seconds`],
	[120, 'en', `2${SPACE}minutes`],
	[121, 'en', `3${SPACE}minutes`],
	[7199, 'en', `120${SPACE}minutes`],
	[7200, 'en', `2${SPACE}hours`],
	[42, 'vi', `42${SPACE}giây`],
	[600, 'vi', `10${SPACE}phút`],
	[42, 'th', `42${SPACE}วินาที`],
	[600, 'th', `10${SPACE}นาที`],
] as const)('says %d seconds in %s as “%s”', (seconds, language, said) => {
	expect(waitOf(seconds, language)).toBe(said);
});

it('says one attempt in English', () => {
	expect(texts.en.messages.mismatch({ attemptsLeft: 1 })).toContain('one attempt left');
	expect(texts.en.messages.mismatch({ attemptsLeft: 2 })).toContain(`2${SPACE}attempts left`);
});

import { languages as texts } from '../../../../../../nodes/shared/verification/page/texts/languages';
import type { Texts } from '../../../../../../nodes/shared/verification/page/texts/texts';
import { languages } from '../views';

/** Every text of a language by its place, with what a function says in each of its cases. */
function textsIn(part: object, place = ''): Array<[place: string, text: string]> {
	return Object.entries(part).flatMap(([name, value]): Array<[string, string]> => {
		const here = `${place}${name}`;
		if (typeof value === 'object') return textsIn(value as object, `${here}.`);
		if (typeof value === 'string') return [[here, value]];
		const say = value as (detail?: unknown) => string;
		if (place === 'messages.')
			return [{}, { wait: 'WAIT', attemptsLeft: 1 }, { wait: 'WAIT', attemptsLeft: 3 }].map(
				(details, index) => [`${here}(${index})`, say(details)],
			);
		if (here === 'noCodeYet') return [[here, say('WAIT')]];
		return [undefined, 6].map((digits) => [`${here}(${digits})`, say(digits)]);
	});
}

const sentences = (language: Texts) => textsIn(language).map(([, text]) => text);

it('says the same things in every language', () => {
	const places = textsIn(texts.en).map(([place]) => place);
	expect(places.length).toBeGreaterThan(50);
	for (const language of languages)
		expect(textsIn(texts[language]).map(([place]) => place)).toEqual(places);
});

describe.each(languages)('in %s', (language) => {
	it('has a text at every place', () => {
		for (const [place, text] of textsIn(texts[language]))
			expect([place, text.trim().length > 1]).toEqual([place, true]);
	});

	it('says where the code went', () => {
		for (const sent of Object.values(texts[language].codeSent))
			expect(sent.split('{phoneNumber}')).toHaveLength(2);
	});

	it('uses what it is told', () => {
		const { codeLabel, messages, noCodeYet } = texts[language];
		expect(codeLabel(8)).toContain('8');
		expect(codeLabel()).not.toMatch(/\d|undefined/);
		expect(noCodeYet('WAIT')).toContain('WAIT');
		expect(messages.coolDown({ wait: 'WAIT' })).toContain('WAIT');
		expect(messages.tooManySends({ wait: 'WAIT' })).toContain('WAIT');
		expect(messages.mismatch({ attemptsLeft: 3 })).toContain('3');
	});

	it('speaks of a call in the call’s texts and of a message in the other', () => {
		const { codeSent, otherButton, resendButton } = texts[language];
		for (const { call, text } of [codeSent, otherButton, resendButton]) expect(call).not.toBe(text);
	});
});

it('writes each language in its own script', () => {
	for (const text of sentences(texts.th).filter((one) => !/^[\d\s]+$/.test(one)))
		expect(text).toMatch(/\p{Script=Thai}/u);
	for (const language of ['en', 'vi'] as const)
		for (const text of sentences(texts[language])) expect(text).not.toMatch(/\p{Script=Thai}/u);
	expect(sentences(texts.vi).join('')).toMatch(/[ạảấầẩẫậắằẳẵặẹẻẽếềểễệ]/);
	expect(sentences(texts.en).join('')).toMatch(/^[\x20-\x7e\u00a0’]*$/);
});

it.each([
	['en', 'No more codes can be sent at the moment. Please try again later.'],
	['vi', 'Hiện không thể gửi thêm mã. Vui lòng thử lại sau.'],
	['th', 'ขณะนี้ส่งรหัสเพิ่มไม่ได้ โปรดลองอีกครั้งภายหลัง'],
] as const)('says in %s to come back later where nobody knows when', (language, said) => {
	expect(texts[language].messages.tooManySends({})).toBe(said);
});

it('names no error, problem, failure or mistake', () => {
	for (const text of sentences(texts.en))
		expect(text).not.toMatch(/\b(errors?|problems?|failures?|mistakes?)\b/i);
});

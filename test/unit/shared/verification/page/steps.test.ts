import { pageOf } from '../../../../../nodes/shared/verification/page/page';
import type { PageView } from '../../../../../nodes/shared/verification/page/page';
import { languages as texts } from '../../../../../nodes/shared/verification/page/texts/languages';
import { codeView, numberView, readOf, tagsOf } from './views';

/** The buttons' actions, in the order in which Enter looks for the first. */
const actionsIn = (view: PageView) =>
	tagsOf(pageOf(view), 'button').map((tag) => /name="action" value="(\w+)"/.exec(tag)![1]);
const fieldIn = (view: PageView) =>
	tagsOf(pageOf(view), 'input').find((tag) => !tag.includes('type="hidden"'))!;

describe('the number', () => {
	it('has a field for a phone number, with label and hint', () => {
		const field = fieldIn(numberView);
		for (const part of ['id="phoneNumber"', 'name="phoneNumber"', 'type="tel"', 'inputmode="tel"'])
			expect(field).toContain(part);
		expect(field).toContain('autocomplete="tel"');
		expect(field).toMatch(/\svalue=""\s+autofocus aria-describedby="hint"/);
		expect(pageOf(numberView)).toContain('<label for="phoneNumber">Phone number</label>');
		expect(pageOf(numberView)).toContain(`id="hint">${texts.en.numberHint}<`);
		expect(actionsIn(numberView)).toEqual(['send']);
	});

	it('keeps what was typed', () => {
		expect(fieldIn({ ...numberView, phoneNumber: '0919 273' })).toContain('value="0919 273"');
	});

	it('shows the texts of the language, or the builder’s own', () => {
		const { title, introduction, sendButton } = texts.vi;
		const page = readOf(pageOf({ ...numberView, language: 'vi' }));
		for (const text of [title, introduction, sendButton]) expect(page).toContain(text);
		const own = { title: 'Join the club', introduction: 'We call you.', buttonLabel: 'Call me' };
		const changed = readOf(pageOf({ ...numberView, ...own, language: 'vi' }));
		for (const text of Object.values(own)) expect(changed).toContain(text);
		for (const text of [title, introduction, sendButton]) expect(changed).not.toContain(text);
	});
});

describe('the code', () => {
	it('has a field for the code that the phone can fill in', () => {
		const field = fieldIn(codeView);
		for (const part of ['id="code"', 'name="code"', 'inputmode="numeric"', 'autofocus'])
			expect(field).toContain(part);
		expect(field).toContain('autocomplete="one-time-code"');
		expect(field).not.toMatch(/value=|required|maxlength/);
		expect(pageOf(codeView)).toContain('<label for="code">6-digit code</label>');
		const unknown = pageOf({ ...codeView, codeLength: undefined });
		expect(unknown).toContain('<label for="code">Code</label>');
	});

	it('checks the code when Enter is pressed, in one form with the other buttons', () => {
		expect(actionsIn(codeView)).toEqual(['check', 'resend', 'restart']);
		const other = { ...codeView, otherChannel: 'call' } as const;
		expect(actionsIn(other)).toEqual(['check', 'resend', 'other', 'restart']);
		expect(tagsOf(pageOf(other), 'button').join('')).not.toContain('type=');
	});

	it('says where the code went, in the form people write numbers', () => {
		const page = pageOf(codeView);
		expect(page).toContain('<strong>+84 919 273 027</strong>');
		expect(readOf(page)).toContain('We sent a text message with the code to +84 919 273 027 .');
		expect(readOf(pageOf({ ...codeView, channel: 'call' }))).toContain('Answer our call to');
		expect(pageOf({ ...codeView, phoneNumber: '+1' })).toContain('<strong>+1</strong>');
		expect(pageOf({ ...codeView, phoneNumber: undefined })).toContain('<strong></strong>');
	});

	it('offers the code again by the way it came, and by the other', () => {
		const text = readOf(pageOf({ ...codeView, otherChannel: 'call' }));
		expect(text).toContain('Send again Call me instead Use another number');
		const call = readOf(pageOf({ ...codeView, channel: 'call', otherChannel: 'text' }));
		expect(call).toContain('Call me again Text me instead Use another number');
		const unknown = readOf(pageOf({ ...codeView, channel: undefined }));
		expect(unknown).toContain('We sent a text message');
		expect(unknown).toContain('Send again Use another number');
	});

	it('says when another code can be asked for, once', () => {
		const later = 'You can ask for another one in 58';
		expect(readOf(pageOf({ ...codeView, resendAfter: 58 }))).toContain(`No code yet? ${later}`);
		for (const resendAfter of [0, undefined])
			expect(readOf(pageOf({ ...codeView, resendAfter }))).toContain(
				'Didn’t get a code? Send again',
			);
		const message = { key: 'coolDown', seconds: 58 } as const;
		const told = readOf(pageOf({ ...codeView, resendAfter: 58, message }));
		expect(told.split(later)).toHaveLength(2);
		expect(told).toContain('Didn’t get a code? Send again');
		const expired = pageOf({ ...codeView, resendAfter: 58, message: { key: 'expired' } });
		expect(readOf(expired)).toContain(later);
	});

	it('groups the other buttons under what they are for', () => {
		const page = pageOf(codeView);
		expect(page).toContain('role="group" aria-labelledby="noCode"');
		expect(page).toContain('<p id="noCode">Didn’t get a code?</p>');
	});
});

describe('the end', () => {
	it('says that the number is verified, with the text of the language or the builder’s own', () => {
		const done = { ...codeView, step: 'done' } as const;
		expect(readOf(pageOf(done))).toBe(`${texts.en.doneTitle} ${texts.en.doneText}`);
		const own = readOf(pageOf({ ...done, doneText: 'Welcome aboard.' }));
		expect(own).toBe(`${texts.en.doneTitle} Welcome aboard.`);
		expect(pageOf(done)).toContain('<div class="badge good">');
	});

	it('says why it stopped, and lets the person start again', () => {
		const closed = { ...codeView, step: 'closed', message: { key: 'unavailable' } } as const;
		expect(actionsIn(closed)).toEqual(['restart']);
		expect(readOf(pageOf(closed))).toBe(
			`${texts.en.closedTitle} ${texts.en.messages.unavailable({})} Start again`,
		);
		expect(readOf(pageOf({ ...closed, message: undefined }))).toBe(
			`${texts.en.closedTitle} Start again`,
		);
	});

	it('does not say “not verified” to somebody whose number is', () => {
		const message = { key: 'alreadyVerified' } as const;
		const page = pageOf({ ...codeView, step: 'closed', message });
		expect(readOf(page)).toBe(`${texts.en.doneTitle} ${texts.en.messages.alreadyVerified({})}`);
		expect(page).toContain('<div class="badge good">');
	});
});

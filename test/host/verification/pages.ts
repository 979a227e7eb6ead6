import axios from 'axios';

import { pageHeaders } from '../../../nodes/shared/verification/page/page';
import { anotherCode } from '../flows/support/flowTest';
import type { Reception } from './reception';
import { activeVerification } from './trigger';

export function pages(reception: Reception): void {
	it('works without JavaScript', async () => {
		const { visitor, typed, digits } = await reception.welcome({
			window: { javaScriptEnabled: false },
		});
		const { doneTitle, sendButton, checkButton } = visitor.texts;
		await visitor.page.getByRole('textbox').fill(typed);
		await visitor.press(sendButton);
		await visitor.page.getByRole('textbox').fill(visitor.codeFor(digits));
		await visitor.press(checkButton);
		expect(await visitor.heading()).toBe(doneTitle);
	});

	it('calls on request, and goes back to the number', async () => {
		const hasty = await activeVerification(reception.host, 'hasty', { options: { coolDown: 0 } });
		const { visitor, typed, digits } = await reception.welcome({}, hasty);
		const { codeTitle, otherButton, resendButton, restartButton, title } = visitor.texts;
		await visitor.submit(typed);
		await visitor.press(otherButton.call);
		expect(await visitor.heading()).toBe(codeTitle);
		await visitor.page.getByText('Answer our call').waitFor();
		await visitor.page.getByRole('button', { name: resendButton.call }).waitFor();
		const kinds = reception.host.sandbox.state.inbox.filter(({ to }) => to.endsWith(digits));
		expect(kinds.map(({ kind }) => kind)).toEqual(['call', 'sms']);
		await visitor.press(restartButton);
		expect(await visitor.heading()).toBe(title);
	});

	it('says how long to wait before another code', async () => {
		const { visitor, typed, digits } = await reception.welcome();
		await visitor.submit(typed);
		await visitor.press(visitor.texts.resendButton.text);
		expect(await visitor.message()).toMatch(/ask for another one in \d+\u00a0seconds/);
		expect(await visitor.violations()).toEqual([]);
		expect(reception.sentTo(digits)).toBe(1);
	});

	it('shows a calm page when the provider answers 500', async () => {
		const alone = await activeVerification(reception.host, 'alone', {
			fallbackProvider: 'none',
		});
		const { visitor, typed } = await reception.welcome({}, alone);
		const match = { provider: 'ants', path: '/otp/requestOTP' } as const;
		reception.host.sandbox.addFault({ match, times: 1, do: { status: 500 } });
		await visitor.submit(typed);
		expect(await visitor.message()).toBe(visitor.texts.messages.unavailable({}));
		expect(await visitor.violations()).toEqual([]);
	});

	it('ends after three wrong codes', async () => {
		const { visitor, typed, digits } = await reception.welcome();
		await visitor.submit(typed);
		const wrong = anotherCode(visitor.codeFor(digits));
		for (let attempt = 1; attempt <= 3; attempt++) await visitor.submit(wrong);
		expect(await visitor.message()).toBe(visitor.texts.messages.tooManyAttempts({}));
		expect(await visitor.violations()).toEqual([]);
	});

	it('has its security headers, and logs nothing to the console', async () => {
		const { headers } = await axios.get<string>(reception.trigger.url, { proxy: false });
		for (const [name, value] of Object.entries(pageHeaders))
			expect([name, headers[name.toLowerCase()]]).toEqual([name, value]);
		const { visitor } = await reception.welcome();
		const logged: string[] = [];
		visitor.page.on('console', (message) => logged.push(message.text()));
		await visitor.page.reload();
		expect(logged).toEqual([]);
	});
}

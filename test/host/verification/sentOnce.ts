import type { Reception } from './reception';

export function sentOnce(reception: Reception): void {
	it('by a second click', async () => {
		const { visitor, typed, digits } = await reception.welcome();
		const { codeTitle, doneTitle, sendButton, checkButton } = visitor.texts;
		let posts = 0;
		visitor.page.on('request', (request) => (posts += request.method() === 'POST' ? 1 : 0));
		const twice = async (label: string) => {
			// The provider answers late, so that both clicks reach the trigger.
			reception.host.sandbox.addFault({
				match: { provider: 'ants' },
				times: 1,
				do: { latency: 1_000 },
			});
			const button = visitor.page.getByRole('button', { name: label });
			const { x, y, width, height } = (await button.boundingBox())!;
			for (let click = 1; click <= 2; click++) {
				await visitor.page.mouse.click(x + width / 2, y + height / 2);
				await visitor.page.waitForTimeout(150);
			}
		};
		await visitor.type(typed);
		await twice(sendButton);
		await visitor.page.getByRole('heading', { name: codeTitle }).waitFor();
		await visitor.type(visitor.codeFor(digits));
		await twice(checkButton);
		await visitor.page.getByRole('heading', { name: doneTitle }).waitFor();
		expect(posts).toBe(4);
		expect(reception.sentTo(digits)).toBe(1);
		expect(await reception.verified(digits)).toHaveLength(1);
	});

	it('by going back and submitting again', async () => {
		const { visitor, typed, digits } = await reception.welcome();
		const { codeTitle, doneTitle, sendButton, title } = visitor.texts;
		await visitor.submit(typed);
		await visitor.page.goBack();
		expect(await visitor.heading()).toBe(title);
		await visitor.press(sendButton);
		expect(await visitor.heading()).toBe(codeTitle);
		await visitor.submit(visitor.codeFor(digits));
		expect(await visitor.heading()).toBe(doneTitle);
		await visitor.page.goBack();
		await visitor.submit(visitor.codeFor(digits));
		expect(await visitor.heading()).toBe(doneTitle);
		expect(reception.sentTo(digits)).toBe(1);
		expect(await reception.verified(digits)).toHaveLength(1);
	});

	it('by a reload', async () => {
		const { visitor, typed, digits } = await reception.welcome();
		const { codeTitle, doneTitle } = visitor.texts;
		await visitor.submit(typed);
		await visitor.page.reload();
		expect(await visitor.heading()).toBe(codeTitle);
		await visitor.submit(visitor.codeFor(digits));
		await visitor.page.reload();
		expect(await visitor.heading()).toBe(doneTitle);
		expect(reception.sentTo(digits)).toBe(1);
		expect(await reception.verified(digits)).toHaveLength(1);
	});
}

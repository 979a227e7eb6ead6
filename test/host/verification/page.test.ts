import axios from 'axios';

import { pageHeaders } from '../../../nodes/shared/verification/page/page';
import { openBrowser } from '../flows/support/browser';
import { openFlowHost } from '../flows/support/flowHost';
import { anotherCode, FlowTest } from '../flows/support/flowTest';
import { eventually } from '../flows/support/wait';
import { outputOf } from '../n8nClient';
import { type ActiveVerification, activeVerification, TRIGGER } from './trigger';
import { Visitor, type VisitorOptions } from './visitor';

const flow = new FlowTest();
let trigger: ActiveVerification;
let visitor: Visitor;
let lastNumber = 6000;

beforeAll(async () => {
	flow.host = await openFlowHost({ examples: [] });
	flow.browser = await openBrowser();
	trigger = await activeVerification(flow.host, 'usual');
});
afterAll(async () => {
	await flow.browser?.close();
	await flow.host?.close();
});
afterEach(async () => await visitor?.leave());

/** Somebody new, with a mobile number of their own. */
async function someone(
	options: Omit<VisitorOptions, 'sandbox'> = {},
	{ url }: ActiveVerification = trigger,
) {
	visitor = await Visitor.enter(flow.browser, { ...options, sandbox: flow.host.sandbox });
	await visitor.open(`${url}?language=${options.language ?? 'en'}&reference=order%207`);
	lastNumber += 1;
	return { typed: `+66 81 234 ${lastNumber}`, digits: `6681234${lastNumber}` };
}

const sentTo = (digits: string) =>
	flow.host.sandbox.state.counters.accepted.perRecipient[digits] ?? 0;

/** What the trigger put out for a number: one item for each execution. */
async function verifiedItems(digits: string) {
	const { executions } = flow.host.client;
	const ended = await executions.list({ workflowId: trigger.workflow.id }, 100);
	const items = await Promise.all(
		ended.map(async ({ id }) => outputOf(await executions.waitFor(id), TRIGGER)),
	);
	return items.flat().filter(({ phoneNumber }) => phoneNumber === `+${digits}`);
}

const once = async (digits: string) =>
	await eventually(async () => {
		const items = await verifiedItems(digits);
		return items.length > 0 ? items : undefined;
	}, `an execution for +${digits}`);

const looks = (['en', 'vi', 'th'] as const).flatMap((language) =>
	(['light', 'dark'] as const).map((colorScheme) => ({ language, colorScheme })),
);

describe.each(looks)('the page in $language, $colorScheme', ({ language, colorScheme }) => {
	it('leads from the number to the verified number, and axe finds nothing on any page', async () => {
		const { typed, digits } = await someone({ language, window: { colorScheme } });
		const { messages, ...texts } = visitor.texts;
		const shows = async (heading: string, message?: string) => {
			expect([await visitor.heading(), await visitor.message()]).toEqual([heading, message]);
			expect(await visitor.violations()).toEqual([]);
		};
		await shows(texts.title);
		await visitor.submit('12345');
		await shows(texts.title, messages.invalidNumber({}));
		await visitor.page.keyboard.press('ControlOrMeta+a');
		await visitor.type(typed);
		await visitor.press(texts.sendButton);
		await shows(texts.codeTitle);
		const code = visitor.codeFor(digits);
		await visitor.submit('');
		await shows(texts.codeTitle, messages.emptyCode({}));
		await visitor.submit(anotherCode(code));
		await shows(texts.codeTitle, messages.mismatch({ attemptsLeft: 2 }));
		await visitor.submit(code);
		await shows(texts.doneTitle);
		expect(sentTo(digits)).toBe(1);
		expect(await once(digits)).toMatchObject([
			{ verified: true, attempts: 2, reference: 'order 7', channel: 'text' },
		]);
	});
});

describe('nothing is sent twice', () => {
	it('by a second click', async () => {
		const { typed, digits } = await someone();
		const { codeTitle, doneTitle, sendButton, checkButton } = visitor.texts;
		let posts = 0;
		visitor.page.on('request', (request) => (posts += request.method() === 'POST' ? 1 : 0));
		const twice = async (label: string) => {
			// While the provider thinks, so that both clicks reach the trigger.
			flow.host.sandbox.addFault({ match: { provider: 'ants' }, times: 1, do: { latency: 1_000 } });
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
		expect(sentTo(digits)).toBe(1);
		expect(await once(digits)).toHaveLength(1);
	});

	it('by going back and on again', async () => {
		const { typed, digits } = await someone();
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
		expect(sentTo(digits)).toBe(1);
		expect(await once(digits)).toHaveLength(1);
	});

	it('by a reload', async () => {
		const { typed, digits } = await someone();
		const { codeTitle, doneTitle } = visitor.texts;
		await visitor.submit(typed);
		await visitor.page.reload();
		expect(await visitor.heading()).toBe(codeTitle);
		await visitor.submit(visitor.codeFor(digits));
		await visitor.page.reload();
		expect(await visitor.heading()).toBe(doneTitle);
		expect(sentTo(digits)).toBe(1);
		expect(await once(digits)).toHaveLength(1);
	});
});

describe('the page', () => {
	it('works without JavaScript', async () => {
		const { typed, digits } = await someone({ window: { javaScriptEnabled: false } });
		const { doneTitle, sendButton, checkButton } = visitor.texts;
		await visitor.page.getByRole('textbox').fill(typed);
		await visitor.press(sendButton);
		await visitor.page.getByRole('textbox').fill(visitor.codeFor(digits));
		await visitor.press(checkButton);
		expect(await visitor.heading()).toBe(doneTitle);
	});

	it('calls who does not get the message, and goes back to the number', async () => {
		const hasty = await activeVerification(flow.host, 'hasty', { options: { coolDown: 0 } });
		const { typed, digits } = await someone({}, hasty);
		const { codeTitle, otherButton, resendButton, restartButton, title } = visitor.texts;
		await visitor.submit(typed);
		await visitor.press(otherButton.call);
		expect(await visitor.heading()).toBe(codeTitle);
		await visitor.page.getByText('Answer our call').waitFor();
		await visitor.page.getByRole('button', { name: resendButton.call }).waitFor();
		const kinds = flow.host.sandbox.state.inbox.filter(({ to }) => to.endsWith(digits));
		expect(kinds.map(({ kind }) => kind)).toEqual(['call', 'sms']);
		await visitor.press(restartButton);
		expect(await visitor.heading()).toBe(title);
	});

	it('says how long to wait before another code', async () => {
		const { typed, digits } = await someone();
		await visitor.submit(typed);
		await visitor.press(visitor.texts.resendButton.text);
		expect(await visitor.message()).toMatch(/ask for another one in \d+\u00a0seconds/);
		expect(await visitor.violations()).toEqual([]);
		expect(sentTo(digits)).toBe(1);
	});

	it('shows a calm page when the provider cannot be reached', async () => {
		const alone = await activeVerification(flow.host, 'alone', {
			fallbackProvider: 'none',
		});
		const { typed } = await someone({}, alone);
		const match = { provider: 'ants', path: '/otp/requestOTP' } as const;
		flow.host.sandbox.addFault({ match, times: 1, do: { status: 500 } });
		await visitor.submit(typed);
		expect(await visitor.message()).toBe(visitor.texts.messages.unavailable({}));
		expect(await visitor.violations()).toEqual([]);
	});

	it('ends after three wrong codes', async () => {
		const { typed, digits } = await someone();
		await visitor.submit(typed);
		const wrong = anotherCode(visitor.codeFor(digits));
		for (let attempt = 1; attempt <= 3; attempt++) await visitor.submit(wrong);
		expect(await visitor.message()).toBe(visitor.texts.messages.tooManyAttempts({}));
		expect(await visitor.violations()).toEqual([]);
	});

	it('has its security headers, and logs nothing in the console', async () => {
		const { headers } = await axios.get<string>(trigger.url, { proxy: false });
		for (const [name, value] of Object.entries(pageHeaders))
			expect([name, headers[name.toLowerCase()]]).toEqual([name, value]);
		await someone();
		const logged: string[] = [];
		visitor.page.on('console', (message) => logged.push(message.text()));
		await visitor.page.reload();
		expect(logged).toEqual([]);
	});
});

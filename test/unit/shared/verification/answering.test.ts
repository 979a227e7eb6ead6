import { answer, PLAIN } from '../../../../nodes/shared/verification/answering';
import { pageHeaders } from '../../../../nodes/shared/verification/page/page';
import { FakeTrigger } from '../../support/trigger';

const phoneNumber = '0919273027';
const REDIRECT = { respond: 'redirect', redirectUrl: 'https://a.example/done?a=1' };

/** A trigger that sent a code, and how a person and an app hand in the right one. */
async function sent(parameters = {}) {
	const trigger = new FakeTrigger({ provider: 'antBuddy', ...parameters });
	const { challenge } = (await trigger.ask({ phoneNumber, reference: 'order 7' })).json;
	const right = { challenge: challenge as string, code: trigger.code };
	const submit = async () => await trigger.submit({ action: 'check', ...right });
	return { trigger, submit, ask: async () => await trigger.ask(right) };
}

afterEach(() => jest.restoreAllMocks());

describe('an answer', () => {
	it('is JSON for an app and a page for a person, and neither is kept or shown elsewhere', async () => {
		const trigger = new FakeTrigger();
		const [app, person] = [await trigger.ask({}), await trigger.submit({})];
		expect(app.headers).toEqual({
			...{ ...pageHeaders, 'Content-Type': 'application/json; charset=utf-8' },
		});
		expect(person.headers).toEqual({
			...{ ...pageHeaders, 'Content-Type': 'text/html; charset=utf-8' },
		});
	});

	it('to HEAD has the headers only', async () => {
		const { status, headers, text } = await new FakeTrigger().receive({ method: 'HEAD' });
		expect([status, text, headers['Content-Type']]).toEqual([200, '', 'text/html; charset=utf-8']);
	});

	it('speaks the language of the address, with the texts of the builder', async () => {
		const trigger = new FakeTrigger({ provider: 'antBuddy', language: 'th', pageTitle: 'A title' });
		const page = await trigger.receive({ query: { lang: 'vi' } });
		expect(page.text).toContain('<html lang="vi">');
		expect(page.text).toContain('<h1>A title</h1>');
		expect((await trigger.receive({})).text).toContain('<html lang="th">');
	});

	it('gives each form another ID', async () => {
		const trigger = new FakeTrigger();
		const idOf = async () =>
			/name="request" value="([^"]+)"/.exec((await trigger.receive({})).text)![1];
		expect(await idOf()).not.toBe(await idOf());
	});

	it('is not given twice', () => {
		const response = { headersSent: true, end: jest.fn(), setHeader: jest.fn() };
		const functions = new FakeTrigger().functions({}, response);
		const asker = { isJson: true, isHead: false, reference: '' };
		answer(functions, asker, { status: 500, json: {}, view: { step: 'closed' } }, PLAIN);
		expect(response.end).not.toHaveBeenCalled();
	});
});

describe('a page that cannot be set up', () => {
	it('has the texts of its language, and none of the builder’s', async () => {
		const { text } = await new FakeTrigger({ provider: 'gone', pageTitle: 'A title' }).submit({});
		expect(text).not.toContain('A title');
		expect(text).not.toContain('undefined');
		expect(Object.values(PLAIN.texts)).toEqual(['', '', '', '']);
	});
});

describe('Respond: Redirect', () => {
	it.each([REDIRECT.redirectUrl, 'http://a.example/done'])(
		'leads a person to the builder’s page once the number is verified: %s',
		async (redirectUrl) => {
			const { submit } = await sent({ ...REDIRECT, redirectUrl });
			const { status, headers, text, outputs } = await submit();
			expect([status, text, outputs?.[0].length]).toEqual([303, '', 1]);
			expect(headers).toEqual({ ...pageHeaders, Location: redirectUrl });
		},
	);

	it('leads nobody there before', async () => {
		const { trigger } = await sent(REDIRECT);
		expect((await trigger.receive({})).status).toBe(200);
		const { challenge } = (await trigger.ask({ phoneNumber: '0919273028' })).json;
		const wrong = { action: 'check', challenge: String(challenge), code: trigger.wrongCode };
		expect((await trigger.submit(wrong)).status).toBe(200);
	});

	it('answers an app as ever', async () => {
		const { ask } = await sent(REDIRECT);
		expect((await ask()).json).toMatchObject({ verified: true });
	});

	it.each(['', 'javascript:alert(1)', 'ftp://a.example', 'a page', 'xhttp://a.example', 'https:'])(
		'shows that it is done where the address is none: %j',
		async (redirectUrl) => {
			const { trigger, submit } = await sent();
			trigger.parameters = { ...trigger.parameters, ...REDIRECT, redirectUrl: redirectUrl || 'x' };
			const { status, headers, outputs } = await submit();
			expect([status, headers.Location, outputs?.length]).toEqual([200, undefined, 1]);
		},
	);
});

describe('Respond: Workflow’s Result', () => {
	const parameters = { respond: 'workflowResult' };

	it('leaves the answer to the workflow, under the headers of the page', async () => {
		const { submit } = await sent(parameters);
		const done = await submit();
		expect([done.isLeftToN8n, done.text, done.headers]).toEqual([true, '', pageHeaders]);
		expect(done.outputs).toMatchObject([[{ verified: true }]]);
	});

	it('leaves the second output empty if there is one', async () => {
		const { ask } = await sent({ ...parameters, notVerifiedOutput: true });
		expect((await ask()).outputs).toMatchObject([[{ verified: true }], []]);
	});

	it('answers itself what starts no workflow, or is not verified', async () => {
		const { trigger, ask } = await sent({ ...parameters, notVerifiedOutput: true });
		trigger.options = { maxAttempts: 1 };
		const { challenge } = (await trigger.ask({ phoneNumber: '0919273028' })).json;
		const wrong = await trigger.ask({ challenge, code: trigger.wrongCode });
		expect([wrong.isLeftToN8n, wrong.json.reason, wrong.outputs?.length]).toEqual([
			...[false, 'mismatch', 2],
		]);
		await ask();
		expect((await ask()).json.reason).toBe('alreadyVerified');
	});
});

describe('Not Verified Output', () => {
	it.each([
		['off', { notVerifiedOutput: false }, {}],
		['on with Always Output Data', { notVerifiedOutput: true }, { alwaysOutputData: true }],
	])('starts nothing for a number that is not verified while it is %s', async (_, given, node) => {
		const { trigger, ask } = await sent(given);
		Object.assign(trigger, { node, options: { sendsInAll: 1 } });
		expect((await trigger.ask({ phoneNumber: '0919273028' })).outputs).toBeUndefined();
		expect((await ask()).outputs).toMatchObject([[{ verified: true }]]);
	});
});

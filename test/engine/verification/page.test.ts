import {
	BY_CALL,
	e164,
	hiddenIn,
	hostForEach,
	inboxOf,
	lastCode,
	outputOf,
	typed,
	Visitor,
	wrongCode,
} from './visitor';

const current = hostForEach(BY_CALL);
const visitor = () => new Visitor(current.host);

/** The forms of a page, by what its buttons do. */
const actionsOf = (page: string) =>
	[...page.matchAll(/name="action" value="(\w+)"/g)].map(([, action]) => action);

/** Opens the page and sends its form. @returns the fields of that form, and the page that follows */
async function asked(phoneNumber: string, query = '') {
	const { data: first } = await visitor().open(query);
	const request = hiddenIn(first, 'request');
	const form = { request, action: 'send', phoneNumber };
	const { data: page, status } = await visitor().submit(form, query);
	return { form, page, status };
}

const codeForm = (page: string, code: string) => ({
	...{ action: 'check', code },
	...{ request: hiddenIn(page, 'request'), challenge: hiddenIn(page, 'challenge') },
});

it('leads from the number to the code to the end', async () => {
	const { page } = await asked(typed(0));
	expect(actionsOf(page)).toEqual(['check', 'resend', 'restart']);
	expect(page).toContain('autocomplete="one-time-code"');
	const done = await visitor().submit(codeForm(page, lastCode(current.host)));
	expect([done.status, actionsOf(done.data)]).toEqual([200, []]);
	expect(outputOf(current.host)).toMatchObject([{ phoneNumber: e164(0), attempts: 1 }]);
});

it('has its own security headers on every page, and none that breaks Back', async () => {
	const { page } = await asked(typed(0));
	const answers = [
		await visitor().open(),
		await visitor().submit({ action: 'send', phoneNumber: 'x' }),
		await visitor().submit(codeForm(page, '1')),
		await visitor().submit({ action: 'check', challenge: 'x', code: '1' }),
		await visitor().submit({ action: 'send', phoneNumber: 'x'.repeat(20_000) }),
	];
	expect(answers.map(({ status }) => status)).toEqual([200, 422, 200, 400, 413]);
	for (const { headers, data } of answers) {
		expect(headers).toMatchObject({
			'content-security-policy': expect.stringContaining("default-src 'none'") as string,
			...{ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' },
			...{ 'cache-control': 'private, no-cache', 'content-type': 'text/html; charset=utf-8' },
		});
		expect(data).toMatch(/^<!doctype html>/);
	}
});

it('sends nothing twice for Back, a reload and a double click', async () => {
	const { form, page } = await asked(typed(0));
	const again = await Promise.all([visitor().submit(form), visitor().submit(form)]);
	for (const { data } of again)
		expect(hiddenIn(data, 'challenge')).toBe(hiddenIn(page, 'challenge'));
	expect(inboxOf(current.host)).toHaveLength(1);
});

it('sends to another number that is typed into the same form', async () => {
	const { form } = await asked(typed(0));
	await visitor().submit({ ...form, phoneNumber: typed(1) });
	expect(inboxOf(current.host).map(({ to }) => to)).toEqual([typed(1), typed(0)]);
});

it('counts a wrong code once that is sent twice, and says at the end that it is over', async () => {
	const { page } = await asked(typed(0));
	const wrong = codeForm(page, wrongCode(current.host));
	const [first, second] = [await visitor().submit(wrong), await visitor().submit(wrong)];
	const noticeOf = (text: string) => /role="alert">([^<]*)</.exec(text)?.[1];
	expect(noticeOf(second.data)).toBe(noticeOf(first.data));
	expect(noticeOf(first.data)).toContain('2');
	const form = codeForm(page, '');
	for (const code of ['1', '2']) await visitor().submit({ ...form, code, request: code });
	const last = await visitor().submit({ ...form, code: lastCode(current.host), request: '3' });
	expect(last.status).toBe(200);
	expect(actionsOf(last.data)).toContain('resend');
	expect(current.host.executions).toEqual([]);
});

it('shows the end again for the right code that is sent again, and starts nothing again', async () => {
	const { page } = await asked(typed(0));
	const form = codeForm(page, lastCode(current.host));
	const [first, again] = [await visitor().submit(form), await visitor().submit(form)];
	expect(again.data).toBe(first.data.replace(/(name="request" value=")[^"]*/, '$1'));
	const later = await visitor().submit({ ...form, request: 'later' });
	expect([later.status, actionsOf(later.data)]).toEqual([200, []]);
	expect(current.host.executions).toHaveLength(1);
});

it('asks again for a code that is empty, without counting', async () => {
	const { page } = await asked(typed(0));
	for (const code of ['', ' ', '-', '', 'x'.repeat(65)]) {
		const { status, data } = await visitor().submit(codeForm(page, code));
		expect([status, data.includes('role="alert"')]).toEqual([200, true]);
	}
	await visitor().submit(codeForm(page, lastCode(current.host)));
	expect(outputOf(current.host)).toMatchObject([{ attempts: 1 }]);
});

it('lets a person correct a number, and start again with another', async () => {
	const { page, status } = await asked('091927');
	expect([status, actionsOf(page)]).toEqual([422, ['send']]);
	expect(page).toContain('value="091927"');
	const code = await asked(typed(0));
	const { data } = await visitor().submit({ ...codeForm(code.page, ''), action: 'restart' });
	expect(actionsOf(data)).toEqual(['send']);
	expect(hiddenIn(data, 'request')).not.toBe(code.form.request);
});

it('says when another code may be asked for, and sends none before', async () => {
	const { page } = await asked(typed(0));
	const resend = { ...codeForm(page, ''), action: 'resend' };
	const early = await visitor().submit(resend);
	expect([early.status, early.headers['retry-after']]).toEqual([429, '60']);
	expect(hiddenIn(early.data, 'challenge')).toBe(hiddenIn(page, 'challenge'));
	jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 61_000);
	const later = await visitor().submit({ ...resend, request: hiddenIn(early.data, 'request') });
	jest.restoreAllMocks();
	expect(later.status).toBe(200);
	expect(inboxOf(current.host)).toHaveLength(2);
});

it('keeps the reference of the address', async () => {
	const { page } = await asked(typed(0), '?reference=order+7%3Cb%3E');
	expect(hiddenIn(page, 'reference')).toBe('order 7&lt;b&gt;');
	await visitor().submit(codeForm(page, lastCode(current.host)), '?reference=other');
	expect(outputOf(current.host)).toMatchObject([{ reference: 'order 7<b>' }]);
	expect((await visitor().open(`?reference=${'x'.repeat(201)}`)).status).toBe(400);
});

it.each([
	['the builder’s', { language: 'th' }, '', 'th'],
	['that of the address before it', { language: 'th' }, '?lang=vi', 'vi'],
	['the builder’s where the address names another', { language: 'th' }, '?lang=fr', 'th'],
	['the first of an expression that it has', { language: 'fr-FR,vi-VN;q=0.9,en' }, '', 'vi'],
	['English where there is none', { language: '={{ $json.headers.nothing }}' }, '', 'en'],
])('speaks %s', async (_, parameters, query, language) => {
	Object.assign(current.host.parameters, parameters);
	expect((await visitor().open(query)).data).toContain(`<html lang="${language}">`);
});

it('has the texts of the builder', async () => {
	Object.assign(current.host.parameters, {
		...{ pageTitle: 'Title & more', introduction: '={{ "For " + $json.query.name }}' },
		...{ buttonLabel: 'Call', doneText: 'Over' },
	});
	const { data } = await visitor().open('?name=you');
	for (const text of ['Title &amp; more', 'For you', 'Call</button>']) expect(data).toContain(text);
	const { page } = await asked(typed(0));
	const done = await visitor().submit(codeForm(page, lastCode(current.host)));
	expect(done.data).toContain('Over');
});

it('redirects to the page of the builder', async () => {
	const redirectUrl = '={{ "https://example.com/?for=" + $json.query.id }}';
	Object.assign(current.host.parameters, { respond: 'redirect', redirectUrl });
	const { page } = await asked(typed(0), '?id=7');
	const form = codeForm(page, lastCode(current.host));
	const done = await visitor().submit(form, '?id=7');
	expect([done.status, done.headers.location]).toEqual([303, 'https://example.com/?for=7']);
	expect((await visitor().submit(form, '?id=7')).status).toBe(303);
	expect(current.host.executions).toHaveLength(1);
});

it('shows its own last page where there is no web address to redirect to', async () => {
	const parameters = { respond: 'redirect', redirectUrl: 'javascript:alert(1)' };
	Object.assign(current.host.parameters, parameters);
	const { page } = await asked(typed(0));
	const done = await visitor().submit(codeForm(page, lastCode(current.host)));
	expect([done.status, done.headers.location]).toEqual([200, undefined]);
});

it('leaves the answer to the workflow, with its own headers', async () => {
	current.host.parameters.respond = 'workflowResult';
	const { page } = await asked(typed(0));
	const done = await visitor().submit(codeForm(page, lastCode(current.host)));
	expect(done.data).toMatchObject({ phoneNumber: e164(0), verified: true });
	expect(done.headers['x-content-type-options']).toBe('nosniff');
});

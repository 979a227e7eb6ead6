import type { IDataObject } from 'n8n-workflow';
import { maskerFor } from '../../../../nodes/shared/answer/mask';
import { refusalOf } from '../../../../nodes/shared/answer/refusal';
import type { Refusal, Answer } from '../../../../nodes/shared/provider';
import { testProvider } from '../../support/item';

const answer = (status: number, more: Partial<Answer> = {}): Answer => ({
	status,
	headers: {},
	bodyKind: 'a web page (HTML)',
	...more,
});
const failureFor = (status: number, refusal?: Refusal, more?: Partial<Answer>) =>
	refusalOf(answer(status, more), { ...testProvider, readRefusal: () => refusal });

it.each([200, 201, 204, 299])('finds no failure in %j without a refusal', (status) => {
	expect(failureFor(status)).toBeUndefined();
});

it("begins with the provider's message, followed by its name and the status", () => {
	expect(failureFor(400, { words: 'Bad number', advice: 'Check Mobile.' })).toEqual({
		message: 'Bad number (Provider, HTTP 400)',
		description: 'Check Mobile.',
		outcome: 'refused',
		status: 400,
	});
});

it('finds a refusal in a 2xx answer', () => {
	expect(failureFor(200, { words: 'No credit' })).toEqual({
		message: 'No credit (Provider, HTTP 200)',
		description: 'Check the fields of the node against what the provider says, then try again.',
		outcome: 'refused',
		status: 200,
	});
});

it('describes the body if the provider gave no message', () => {
	expect(failureFor(500, { words: '' })?.message).toBe('Provider answered 500 (a web page (HTML))');
	expect(failureFor(199)?.message).toBe('Provider answered 199 (a web page (HTML))');
	expect(failureFor(200, { words: '' })?.message).toBe('Provider answered 200 (a web page (HTML))');
	const body = { count: 1 };
	expect(failureFor(400, undefined, { body })?.message).toBe(
		'Provider answered 400 (a web page (HTML))',
	);
});

it('shortens messages of more than 300 characters', () => {
	const messageOf = (words: string) => failureFor(400, { words })?.message;
	expect(messageOf('x'.repeat(300))).toBe(`${'x'.repeat(300)} (Provider, HTTP 400)`);
	expect(messageOf('x'.repeat(301))).toBe(`${'x'.repeat(300)}… (Provider, HTTP 400)`);
});

const BATCHING =
	'Send fewer at once: set Batching or a lower Max Concurrency under Options, then try again later.';
const LATER =
	'Try again later, or switch on Retry On Fail in the node’s settings. If it goes on, ask Provider.';
const FIELDS = 'Check the fields of the node against what the provider says, then try again.';

it.each([
	[400, FIELDS],
	[401, 'Check the login in the Provider API credential; n8n tests it when you save.'],
	[402, FIELDS],
	[403, 'The login is right but may not do this. Ask Provider to allow it for your account.'],
	[404, 'Check Base URL in the credential.'],
	[405, 'Check Base URL in the credential.'],
	[406, FIELDS],
	[
		407,
		'A proxy between n8n and the provider wants a login. Put it into HTTPS_PROXY of the machine that runs n8n: http://name:password@host:port.',
	],
	[408, BATCHING],
	[429, BATCHING],
	[499, FIELDS],
	[500, LATER],
	[503, LATER],
	[599, LATER],
])('advises on %j', (status, description) => {
	expect(failureFor(status, { words: 'No' })).toMatchObject({ description, outcome: 'refused' });
});

it.each(
	[502, 504, 520, 522, 524, 598].flatMap((status) => [
		[status, '', `Provider answered ${status} (a web page (HTML))`] as const,
		[status, 'Gateway time-out', `Provider answered ${status}: Gateway time-out`] as const,
	]),
)(
	'reports %j with %j as an unknown outcome, because the provider may have processed the request',
	(status, words, message) => {
		expect(failureFor(status, { words, advice: 'x' })).toEqual({
			message,
			description: expect.stringContaining('Whether it was carried out is unknown.'),
			outcome: 'unknown',
			status,
		});
	},
);

it('reads a 2xx that carries a refusal as one, in the provider’s words', () => {
	const refused = (body: IDataObject) => failureFor(200, undefined, { body })?.message;
	expect(refused({ success: false, message: 'Not enough credit' })).toBe(
		'Not enough credit (Provider, HTTP 200)',
	);
	expect(refused({ error: { code: '9990' } })).toBe(
		'{"error":{"code":"9990"}} (Provider, HTTP 200)',
	);
	expect(refused({ code: 4001, message: 'No credit' })).toBe('No credit (Provider, HTTP 200)');
	expect(refused({ id: 7 })).toBeUndefined();
});

it('masks a code that is a key', () => {
	const body = { error: { '': { '482913': 1 } } };
	const mask = maskerFor(['482913']);
	const failure = refusalOf(answer(200, { body }), testProvider, mask);
	expect(failure!.message).toBe('{"error":{"":{"******":1}}} (Provider, HTTP 200)');
	const named = refusalOf(answer(400, { body: { 482913: 'is wrong' } }), testProvider, mask);
	expect(named!.message).toBe('******: is wrong (Provider, HTTP 400)');
});

it('masks codes and secrets in the message alone, and reads the answer as it came', () => {
	const answered = answer(200, {
		body: { success: false, message: 'Code 4711', hint: '12' },
		secrets: ['4711'],
	});
	const said = 'Code ****** (Provider, HTTP 200)';
	expect(refusalOf(answered, testProvider)?.message).toBe(said);
	expect(refusalOf(answered, testProvider, maskerFor(['success', '4711']))?.message).toBe(said);
	const short = answer(400, { body: { otp: ['12'] } });
	expect(refusalOf(short, testProvider, maskerFor(['12']))?.message).toBe(
		'otp: ****** (Provider, HTTP 400)',
	);
	const echo = answer(200, { body: { code: '483920', message: 'Calling' } });
	expect(refusalOf(echo, testProvider, maskerFor(['483920']))).toBeUndefined();
});

describe('a redirect', () => {
	it('names its host without secrets', () => {
		const headers = { location: 'https://s3cret1.example.com' };
		const redirected = answer(302, { headers, secrets: ['s3cret1'] });
		expect(refusalOf(redirected, testProvider)?.message).toContain('to ******.example.com');
	});

	it.each([
		[301, { location: 'https://other.example.com/x' }, ' to other.example.com'],
		[307, { location: '/elsewhere' }, ''],
		[399, {}, ''],
		[302, { location: `https://${'a'.repeat(5000)}.example.com` }, ` to ${'a'.repeat(60)}`],
		[300, { location: '' }, ''],
	])('is refused: %j with %j', (status, headers, target) => {
		expect(failureFor(status, undefined, { headers: headers as Record<string, string> })).toEqual({
			message: `Provider answered ${status}: it redirects${target}, which is not followed`,
			description:
				'A redirect would hand your login to another address. Enter the right Base URL in the credential.',
			outcome: 'refused',
			status,
		});
	});
});

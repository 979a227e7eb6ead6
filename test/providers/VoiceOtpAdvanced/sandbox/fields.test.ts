import { post, sandboxForTests } from '../../../sandbox/tests/client';
import { cmLogin } from '../sandbox';

const sandbox = sandboxForTests();
const good = { caller: '+31612345670', callee: '+31612345678', code: '0123' };
const send = (body: unknown, headers: object = cmLogin) =>
	post(`${sandbox.current.baseUrls.cmVoice}/OTP`, body, headers);
const x = (length: number) => 'x'.repeat(length);
const promptTypes = ['File', 'TTS', 'TTS_SSML'];
const each = (name: string) =>
	['intro', 'code', 'replay', 'outro'].map((which) => `${which}-${name}`);

/** By field: values it takes, values it refuses. */
const values: Record<string, [unknown[], unknown[]]> = {
	'instruction-id': [
		[x(64), null],
		[x(65), 1],
	],
	callee: [
		['+3161234', '+31612345678'],
		['31612345678', '+0612345678', '+3161234567890123', 5],
	],
	callees: [[null], ['+31612345678', [1], {}]],
	caller: [['+31612345678'], ['', '0612345678', null, 31612345678, `+31${x(24)}`]],
	anonymous: [
		[true, false],
		['true', null, 1],
	],
	'disable-callees-validation': [
		[true, false],
		['true', null],
	],
	'callback-url': [
		['https://testSendOTP/x', null],
		['example', 'ftp://testSendOTP', '', 1],
	],
	'max-ringing-timeout': [
		[10, 60, null],
		[9, 61, 10.5, '10'],
	],
	...Object.fromEntries(
		each('prompt').map((name) => [
			name,
			[
				[x(750), '', null],
				[x(751), 1],
			],
		]),
	),
	...Object.fromEntries(
		each('prompt-type').map((name) => [name, [promptTypes, ['tts', null, 1, 'SSML']]]),
	),
	code: [
		['1', x(64), '00'],
		['', x(65), 1234, null],
	],
	'code-type': [
		['Default', 'TTS', 'Custom'],
		['default', null, 0],
	],
	'max-replays': [
		[0, 3, null],
		[-1, 4, '1', 1.5],
	],
	'auto-replay': [
		[true, false, null],
		['true', 0],
	],
	voice: [
		[
			{},
			{ language: 'en-GB', gender: 'Female', number: 1, volume: -4, premium: false },
			{ gender: 'Male', volume: 4 },
		],
		[
			...[null, 'en-GB', []],
			...[{ language: 'en' }, { language: 'EN-gb' }, { gender: 'female' }, { number: 0 }],
			...[{ volume: 5 }, { volume: -5 }, { volume: 0.5 }, { premium: 'no' }, { speed: 1 }],
		],
	],
	'voicemail-response': [
		['Ignore', 'Restart', 'Stop'],
		['ignore', null, 0],
	],
};

// `callees` does not go together with the `callee` of the good body.
const accepted = Object.entries(values).flatMap(([name, [right]]) => right.map((v) => [name, v]));
const refused = Object.entries(values).flatMap(([name, [, wrong]]) => wrong.map((v) => [name, v]));

it.each(accepted)('accepts %s: %j', async (name, value) => {
	const { status, data } = await send({ ...good, [name as string]: value });
	expect([status, data.success]).toEqual([200, true]);
	expect(sandbox.current.state.counters.accepted.total).toBe(1);
});

it.each(refused)('refuses %s with %j, and names the field', async (name, value) => {
	const { status, data } = await send({ ...good, [name as string]: value });
	expect([status, data]).toEqual([400, { message: expect.any(String) }]);
	expect(data.message).toMatch(new RegExp(`^${name} (must|is)`));
	expect(sandbox.current.state.inbox).toEqual([]);
});

it('names all invalid fields at once', async () => {
	const { data } = await send({ caller: 'x', 'max-replays': 9, voice: { volume: 9 }, to: 1 });
	expect(data.message).toBe(
		'to is not a known field; caller must be a number in E.164 format; code is required; ' +
			'max-replays must be at least 0 and at most 3; ' +
			'voice must be right throughout: volume must be at least -4 and at most 4',
	);
});

it.each(['Caller', 'prompt', '__proto__', 'toString', 'callback_url'])(
	'refuses the unknown field %s',
	async (name) => {
		const { status, data } = await send(`{"${name}":"x",${JSON.stringify(good).slice(1)}`);
		expect([status, data]).toEqual([400, { message: `${name} is not a known field` }]);
	},
);

it.each([
	['{"broken', 'application/json', 400, /^The body is not JSON/],
	['[]', 'application/json', 400, /^The body must be a JSON object$/],
	['null', 'application/json', 400, /^The body must be a JSON object$/],
	[JSON.stringify(good), 'text/plain', 415, /^The Content-Type must be application\/json$/],
	[JSON.stringify(good), 'nonsense', 415, /./],
])('refuses the body %j as %s', async (body, type, status, message) => {
	const answer = await send(body, { ...cmLogin, 'Content-Type': type });
	expect(answer.status).toBe(status);
	expect(answer.data.message).toMatch(message);
});

it('accepts a charset in the Content-Type', async () => {
	const headers = { ...cmLogin, 'Content-Type': 'application/json; charset=utf-8' };
	expect((await send(JSON.stringify(good), headers)).status).toBe(200);
});

import { NodeTest } from '../../support/nodeTest';
import { CALLER, cmCreate, VIETNAM } from '../../support/operations';

const test = new NodeTest(cmCreate.type, cmCreate.parameters);
const code = expect.stringMatching(/^\d{6}$/);
const usual = { callee: VIETNAM, caller: CALLER, code, 'code-type': 'Default' };
const url = 'https://n8n.test/webhook/1?signature=a%20b';

/** [where it is set, as the user sets it, as it is sent] */
const OPTIONS: Array<[object, object]> = [
	[{ instructionId: 'order-1234' }, { 'instruction-id': 'order-1234' }],
	[{ instructionId: '={{ 1234 }}' }, { 'instruction-id': '1234' }],
	[{ instructionId: '' }, {}],
	[{ anonymous: true }, { anonymous: true }],
	[{ anonymous: false }, { anonymous: false }],
	[{ anonymous: '={{ "true" }}' }, { anonymous: true }],
	[{ anonymous: '={{ "False" }}' }, { anonymous: false }],
	[{ anonymous: '={{ null }}' }, {}],
	[{ autoReplay: true }, { 'auto-replay': true }],
	[{ autoReplay: false }, { 'auto-replay': false }],
	[{ callbackUrl: url }, { 'callback-url': url }],
	[{ callbackUrl: '' }, {}],
	[{ disableCalleesValidation: true }, { 'disable-callees-validation': true }],
	[{ disableCalleesValidation: false }, { 'disable-callees-validation': false }],
	[{ maxReplays: 0 }, { 'max-replays': 0 }],
	[{ maxReplays: 3 }, { 'max-replays': 3 }],
	[{ maxReplays: '={{ "2" }}' }, { 'max-replays': 2 }],
	[{ maxReplays: '' }, {}],
	[{ maxRingingTimeout: 10 }, { 'max-ringing-timeout': 10 }],
	[{ maxRingingTimeout: 60 }, { 'max-ringing-timeout': 60 }],
	...['Ignore', 'Restart', 'Stop'].map((voicemailResponse): [object, object] => [
		{ voicemailResponse },
		{ 'voicemail-response': voicemailResponse },
	]),
];

const VOICE: Array<[object, object]> = [
	[{ language: 'nl-NL' }, { language: 'nl-NL' }],
	[{ language: ' en-GB ' }, { language: 'en-GB' }],
	[{ language: 'th-TH' }, { language: 'th-TH' }],
	[{ gender: 'Male' }, { gender: 'Male' }],
	[{ gender: 'Female' }, { gender: 'Female' }],
	[{ number: 1 }, { number: 1 }],
	[{ number: '={{ "23" }}' }, { number: 23 }],
	[{ volume: -4 }, { volume: -4 }],
	[{ volume: 0 }, { volume: 0 }],
	[{ volume: 4 }, { volume: 4 }],
	[{ premium: true }, { premium: true }],
	[{ premium: false }, { premium: false }],
	[
		{ language: 'en-US', gender: 'Female', number: 23, volume: -1, premium: true },
		{ language: 'en-US', gender: 'Female', number: 23, volume: -1, premium: true },
	],
	[{ language: 'de-DE', gender: '', number: '={{ null }}' }, { language: 'de-DE' }],
];

const PROMPTS = [
	['introPrompt', 'intro-prompt'],
	['codePrompt', 'code-prompt'],
	['replayPrompt', 'replay-prompt'],
	['outroPrompt', 'outro-prompt'],
];
const TEXTS = {
	TTS: 'Welcome. Your code is',
	TTS_SSML: '<speak>Your code <break time="1s"/> is</speak>',
	File: '/prompts/intro.wav',
};

async function sent(parameters: object) {
	const { error } = await test.run({ parameters: parameters as never });
	expect(error).toBeUndefined();
	return test.sentBody;
}

describe('options', () => {
	it.each(OPTIONS)('%j is sent as %j', async (options, fields) => {
		expect(await sent({ options })).toEqual({ ...usual, ...fields });
	});
});

describe('voice', () => {
	it.each(VOICE)('%j is sent as %j', async (voice, expected) => {
		expect(await sent({ voice })).toEqual({ ...usual, voice: expected });
	});

	it.each([{}, { language: '' }, { number: '={{ null }}' }])('%j is not sent', async (voice) => {
		expect(await sent({ voice })).toEqual(usual);
	});
});

describe.each(PROMPTS)('%s', (name, wire) => {
	it.each(['TTS', 'TTS_SSML', 'File'] as const)('of the type %s', async (type) => {
		const text = TEXTS[type];
		const fields = { [wire]: text, [`${wire}-type`]: type };
		expect(await sent({ prompts: { [name]: { text, type } } })).toEqual({ ...usual, ...fields });
	});

	it.each([undefined, '', '={{ null }}'])(
		'is a text where its type is left out (%p): the documents disagree on what it were',
		async (type) => {
			const fields = { [wire]: 'Hello', [`${wire}-type`]: 'TTS' };
			const prompts = { [name]: { text: 'Hello', type } };
			expect(await sent({ prompts })).toEqual({ ...usual, ...fields });
		},
	);

	it('is not sent where it has no text, nor is its type', async () => {
		for (const text of ['', '   ', '={{ null }}', '={{ $json.missing }}']) {
			expect(await sent({ prompts: { [name]: { text, type: 'File' } } })).toEqual(usual);
			test.sandbox.reset();
		}
	});
});

it('everything together', async () => {
	const prompts = Object.fromEntries(PROMPTS.map(([name]) => [name, { text: name, type: 'TTS' }]));
	const voice = { language: 'en-GB', gender: 'Male', number: 2, volume: 1, premium: false };
	const options = {
		...{ instructionId: 'all', anonymous: true, autoReplay: true, callbackUrl: url },
		...{ disableCalleesValidation: true, maxReplays: 2, maxRingingTimeout: 30 },
		...{ voicemailResponse: 'Stop', codeLength: 8, expiresIn: 90, timeout: 5000 },
	};
	expect(await sent({ codeType: 'TTS', prompts, voice, options })).toEqual({
		...usual,
		code: expect.stringMatching(/^\d{8}$/),
		'code-type': 'TTS',
		...Object.fromEntries(
			PROMPTS.flatMap(([name, wire]) => [
				[wire, name],
				[`${wire}-type`, 'TTS'],
			]),
		),
		voice,
		'instruction-id': 'all',
		anonymous: true,
		'disable-callees-validation': true,
		'callback-url': url,
		'max-ringing-timeout': 30,
		'max-replays': 2,
		'auto-replay': true,
		'voicemail-response': 'Stop',
	});
	const [call] = test.sandbox.state.inbox;
	const spelled = [...call.code].join(', ');
	const reading = ['codePrompt', spelled];
	const heard = ['introPrompt', ...reading, ...reading, ...reading, 'outroPrompt'];
	expect(call).toMatchObject({ heard, caller: CALLER });
});

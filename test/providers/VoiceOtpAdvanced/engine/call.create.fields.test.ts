import { NodeTest } from '../../../support/nodeTest';
import { casesOf } from '../..';
import { VIETNAM } from '../../samples';
import { CALLER, provider } from '../provider';

const [create] = casesOf(provider);
const test = new NodeTest(create.type, create.parameters);
const code = expect.stringMatching(/^\d{6}$/);
const usual = { callee: VIETNAM, caller: CALLER, code, 'code-type': 'Default' };
const url = 'https://n8n.test/webhook/1?signature=a%20b';

const PROMPTS = [
	['introPrompt', 'intro-prompt'],
	['codePrompt', 'code-prompt'],
	['replayPrompt', 'replay-prompt'],
	['outroPrompt', 'outro-prompt'],
];

it('sends all fields together, and the called person hears them', async () => {
	const prompts = Object.fromEntries(PROMPTS.map(([name]) => [name, { text: name, type: 'TTS' }]));
	const voice = { language: 'en-GB', gender: 'Male', number: 2, volume: 1, premium: false };
	const options = {
		...{ instructionId: 'all', anonymous: true, autoReplay: true, callbackUrl: url },
		...{ disableCalleesValidation: true, maxReplays: 2, maxRingingTimeout: 30 },
		...{ voicemailResponse: 'Stop', codeLength: 8, expiresIn: 90, timeout: 5000 },
	};
	const { error } = await test.run({ parameters: { codeType: 'TTS', prompts, voice, options } });
	expect(error).toBeUndefined();
	expect(test.sentBody).toEqual({
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

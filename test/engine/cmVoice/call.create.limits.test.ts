import { NodeTest } from '../../support/nodeTest';
import { cmCreate } from '../../support/operations';
import { expectRefusedInput } from '../../support/refusedInput';

const test = new NodeTest(cmCreate.type, cmCreate.parameters);
const options = (fields: object) => ({ options: fields });
const voice = (fields: object) => ({ voice: fields });
const own = (code: string) => ({ codeSource: 'own', code });
const prompt = (name: string, text: unknown, type: unknown = 'TTS') => ({
	prompts: { [name]: { text, type } },
});
const LABELS = {
	introPrompt: 'Intro Prompt',
	codePrompt: 'Code Prompt',
	replayPrompt: 'Replay Prompt',
	outroPrompt: 'Outro Prompt',
};

describe('within the limits', () => {
	it.each<[string, object]>([
		['Instruction ID of 64', options({ instructionId: 'x'.repeat(64) })],
		['Max Ringing Timeout 10', options({ maxRingingTimeout: 10 })],
		['Max Ringing Timeout 60', options({ maxRingingTimeout: 60 })],
		['Max Replays 0', options({ maxReplays: 0 })],
		['Max Replays 3', options({ maxReplays: 3 })],
		['Code of 1', own('7')],
		['Code of 64', own('x'.repeat(64))],
		['Number 1', voice({ number: 1 })],
		['Volume -4', voice({ volume: -4 })],
		['Volume 4', voice({ volume: 4 })],
		...Object.keys(LABELS).map((name): [string, object] => [
			`${name} of 750`,
			prompt(name, 'x'.repeat(750)),
		]),
	])('%s', async (_name, parameters) => {
		const { error } = await test.run({ parameters: parameters as never });
		expect(error).toBeUndefined();
		expect(test.sandbox.state.counters.accepted.total).toBe(1);
	});
});

const RINGING = 'is not a whole number from 10 to 60';
const REPLAYS = 'is not a whole number from 0 to 3';
const VOLUME = 'is not a whole number from -4 to 4';
const NUMBER = 'is not a whole number of 1 or more';
const YES_OR_NO = 'is neither true nor false';
const VALUES = 'is not among its values';
const LOCALE = 'is not a five-character locale';

describe('beyond the limits', () => {
	it.each<[string, object, string]>([
		['Max Ringing Timeout is “9”', options({ maxRingingTimeout: 9 }), RINGING],
		['Max Ringing Timeout is “61”', options({ maxRingingTimeout: 61 }), RINGING],
		['Max Ringing Timeout is “30.5”', options({ maxRingingTimeout: 30.5 }), RINGING],
		['Max Ringing Timeout is “true”', options({ maxRingingTimeout: true }), RINGING],
		['Max Replays is “-1”', options({ maxReplays: -1 }), REPLAYS],
		['Max Replays is “4”', options({ maxReplays: 4 }), REPLAYS],
		['Max Replays is “[1]”', options({ maxReplays: [1] }), REPLAYS],
		['Max Replays is “once”', options({ maxReplays: 'once' }), REPLAYS],
		['Volume of Voice is “-5”', voice({ volume: -5 }), VOLUME],
		['Volume of Voice is “5”', voice({ volume: 5 }), VOLUME],
		['Volume of Voice is “loud”', voice({ volume: 'loud' }), VOLUME],
		['Number of Voice is “0”', voice({ number: 0 }), NUMBER],
		['Number of Voice is “1.5”', voice({ number: 1.5 }), NUMBER],
		['Premium of Voice is “1”', voice({ premium: 1 }), YES_OR_NO],
		['Anonymous is “1”', options({ anonymous: 1 }), YES_OR_NO],
		['Anonymous is “yes”', options({ anonymous: 'yes' }), YES_OR_NO],
		['Auto Replay is “{}”', options({ autoReplay: {} }), YES_OR_NO],
		['Disable Callees Validation is “0”', options({ disableCalleesValidation: 0 }), YES_OR_NO],
		['Voicemail Response is “ignore”', options({ voicemailResponse: 'ignore' }), VALUES],
		['Voicemail Response is “1”', options({ voicemailResponse: 1 }), VALUES],
		['Gender of Voice is “Other”', voice({ gender: 'Other' }), VALUES],
		['Gender of Voice is “["Male"]”', voice({ gender: ['Male'] }), VALUES],
		['Code Type is “tts”', { codeType: 'tts' }, VALUES],
		['Code Type is “1”', { codeType: 1 }, VALUES],
		['Code Source is “provider”', { codeSource: 'provider' }, VALUES],
		['Type of Intro Prompt is “Text”', prompt('introPrompt', 'Hello', 'Text'), VALUES],
		['Language of Voice is “english”', voice({ language: 'english' }), LOCALE],
		['Language of Voice is “en”', voice({ language: 'en' }), LOCALE],
		['Language of Voice is “en_GB”', voice({ language: 'en_GB' }), LOCALE],
		['Language of Voice is “EN-gb”', voice({ language: 'EN-gb' }), LOCALE],
		['Language of Voice is “1”', voice({ language: 1 }), LOCALE],
	])('%s', async (words, parameters, limits) => {
		const result = await test.run({ parameters: parameters as never });
		expectRefusedInput(test, result, words, limits);
	});

	it.each<[string, object]>([
		[
			'Instruction ID is 65 characters long; at most 64',
			options({ instructionId: 'x'.repeat(65) }),
		],
		['Instruction ID “{"id":1}” is not a text', options({ instructionId: { id: 1 } })],
		['Code is 65 characters long; at most 64', own('x'.repeat(65))],
		['Code is empty', own('={{ "" }}')],
		['Callback URL “callback” is not a web address', options({ callbackUrl: 'callback' })],
		['Callback URL “[1]” is not a web address', options({ callbackUrl: [1] })],
		...Object.entries(LABELS).flatMap(
			([name, label]): Array<[string, object]> => [
				[`${label} is 751 characters long; at most 750`, prompt(name, 'x'.repeat(751))],
				[`${label} “{"text":"x"}” is not a text`, prompt(name, '={{ { text: "x" } }}')],
			],
		),
		['Caller is empty', { caller: '={{ null }}' }],
		['Caller “nobody” is not a valid phone number', { caller: 'nobody' }],
		['Caller “020 123 4567” is not a valid phone number: its country', { caller: '020 123 4567' }],
		[
			'Caller “["+31201234567"]” is not a valid phone number',
			{ caller: '={{ ["+31201234567"] }}' },
		],
		[
			'Caller is 25 characters long; at most 24',
			{ caller: '3'.repeat(25), options: { sendNumberUnchanged: true } },
		],
	])('%s', async (words, parameters) => {
		const result = await test.run({ parameters: parameters as never });
		expectRefusedInput(test, result, words, '');
	});
});

it('passes a Caller of 24 characters on where it is sent unchanged', async () => {
	const caller = '3'.repeat(24);
	await test.run({ parameters: { caller, options: { sendNumberUnchanged: true } } });
	expect(test.sentBody.caller).toBe(caller);
});

import { callOptions, optionFields } from '../../../../nodes/VoiceOtpAdvanced/call/options';
import { failureOf } from '../../support/failure';
import { itemOf } from '../../support/item';
import { shapesOf } from '../../support/shape';

const fieldsFor = async (options: object) =>
	optionFields((await itemOf({ parameters: { options } as never })).item);

it('sends the fields that were set, under the names of the document', async () => {
	expect(await fieldsFor({})).toStrictEqual({});
	expect(
		await fieldsFor({
			instructionId: ' order-1 ',
			anonymous: true,
			disableCalleesValidation: 'true',
			callbackUrl: 'https://example.com/ended',
			maxRingingTimeout: '30',
			maxReplays: 0,
			autoReplay: false,
			voicemailResponse: 'Stop',
			timeout: 1000,
		}),
	).toEqual({
		'instruction-id': 'order-1',
		anonymous: true,
		'disable-callees-validation': true,
		'callback-url': 'https://example.com/ended',
		'max-ringing-timeout': 30,
		'max-replays': 0,
		'auto-replay': false,
		'voicemail-response': 'Stop',
	});
});

it.each([
	[{ instructionId: 'x'.repeat(64) }, { 'instruction-id': 'x'.repeat(64) }],
	[{ maxRingingTimeout: 10 }, { 'max-ringing-timeout': 10 }],
	[{ maxRingingTimeout: 60 }, { 'max-ringing-timeout': 60 }],
	[{ maxReplays: 3 }, { 'max-replays': 3 }],
	[{ voicemailResponse: 'Ignore' }, { 'voicemail-response': 'Ignore' }],
	[{ voicemailResponse: 'Restart' }, { 'voicemail-response': 'Restart' }],
])('sends what is just within the limits: %j', async (options, fields) => {
	expect(await fieldsFor(options)).toEqual(fields);
});

it.each([
	[
		{ instructionId: 'x'.repeat(65) },
		'Instruction ID is 65 characters long; at most 64 are possible',
	],
	[{ anonymous: 'perhaps' }, 'Anonymous is “perhaps”, which is neither true nor false'],
	[
		{ disableCalleesValidation: 'no' },
		'Disable Callees Validation is “no”, which is neither true nor false',
	],
	[{ callbackUrl: 'example.com' }, 'Callback URL “example.com” is not a web address'],
	[
		{ maxRingingTimeout: 9 },
		'Max Ringing Timeout is “9”, which is not a whole number from 10 to 60',
	],
	[
		{ maxRingingTimeout: 61 },
		'Max Ringing Timeout is “61”, which is not a whole number from 10 to 60',
	],
	[{ maxReplays: -1 }, 'Max Replays is “-1”, which is not a whole number from 0 to 3'],
	[{ maxReplays: 4 }, 'Max Replays is “4”, which is not a whole number from 0 to 3'],
	[{ autoReplay: 2 }, 'Auto Replay is “2”, which is neither true nor false'],
	[{ voicemailResponse: 'stop' }, 'Voicemail Response is “stop”, which is not among its values'],
])('refuses what the document does not allow', async (options, message) => {
	expect(await failureOf(async () => await fieldsFor(options))).toMatchObject({
		message,
		outcome: 'notSent',
	});
});

it('offers the fields with the limits and defaults of the document', () => {
	const yesOrNo = { type: 'boolean', default: false };
	expect(shapesOf(callOptions)).toEqual([
		{ name: 'anonymous', ...yesOrNo },
		{ name: 'autoReplay', ...yesOrNo },
		{ name: 'callbackUrl', type: 'string', default: '' },
		{ name: 'disableCalleesValidation', ...yesOrNo },
		{ name: 'instructionId', type: 'string', default: '' },
		{ name: 'maxReplays', type: 'number', default: 0, limits: [0, 3] },
		{ name: 'maxRingingTimeout', type: 'number', default: 60, limits: [10, 60] },
		{
			name: 'voicemailResponse',
			type: 'options',
			default: 'Ignore',
			values: ['Ignore', 'Restart', 'Stop'],
		},
	]);
});

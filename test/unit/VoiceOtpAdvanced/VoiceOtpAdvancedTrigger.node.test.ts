import { statusOptions } from '../../../nodes/VoiceOtpAdvanced/finishedCalls';
import { VoiceOtpAdvancedTrigger } from '../../../nodes/VoiceOtpAdvanced/VoiceOtpAdvancedTrigger.node';
import { callbackWebhook } from '../../../nodes/shared/callbacks/callback';
import { failureOf } from '../support/failure';
import { fakeHook, fakeWebhook } from '../support/webhook';

const node = new VoiceOtpAdvancedTrigger();
const { checkExists, create, delete: remove } = node.webhookMethods.default;

it('is the trigger of design.md', () => {
	expect(node.description).toMatchObject({
		name: 'voiceOtpAdvancedTrigger',
		displayName: 'Voice OTP Advanced Trigger',
		group: ['trigger'],
		version: 1,
		inputs: [],
		outputs: ['main'],
	});
	expect(node.description.webhooks).toEqual([callbackWebhook]);
	expect(node.description.properties.map(({ name }) => name)).toEqual([
		'notice',
		'verificationToken',
		'statuses',
	]);
	expect(node.description.properties[2]).toMatchObject({
		type: 'multiOptions',
		default: [],
		options: statusOptions,
	});
});

it('is activated only with a token, and deactivated always', async () => {
	for (const method of [checkExists, create]) {
		expect(await method.call(fakeHook('token'))).toBe(true);
		const { message } = await failureOf(async () => await method.call(fakeHook('')));
		expect(message).toBe('Verification Token is empty');
	}
	expect(await remove.call(fakeHook(''))).toBe(true);
});

it('starts the workflow with the finished calls', async () => {
	const body = [{ result: { code: 9 } }, { result: { code: 10 } }];
	const { context } = fakeWebhook({ body, statuses: ['notAnswered'] });
	expect(await node.webhook.call(context)).toMatchObject({
		webhookResponse: { accepted: true, reports: 1 },
		workflowData: [[{ json: { status: 'notAnswered', code: 9 } }]],
	});
});

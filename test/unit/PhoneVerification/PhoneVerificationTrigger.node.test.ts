import type { IHookFunctions, INode } from 'n8n-workflow';
import { PhoneVerificationTrigger } from '../../../nodes/PhoneVerification/PhoneVerificationTrigger.node';
import { FakeTrigger } from '../support/trigger';

const trigger = new PhoneVerificationTrigger();

describe('the webhook', () => {
	const { checkExists, create, delete: remove } = trigger.webhookMethods.default;
	const hooks = (credentials: INode['credentials']) => {
		const node = { name: 'Trigger', parameters: { provider: 'antBuddy' }, credentials };
		return { getNode: () => node } as unknown as IHookFunctions;
	};

	it.each([checkExists, create])('is published with a trigger that can send', async (publish) => {
		expect(await publish.call(hooks({ antBuddyApi: { id: '1', name: 'stored' } }))).toBe(true);
		await expect(publish.call(hooks({}))).rejects.toThrow('The credential for AntBuddy is missing');
	});

	it('is removed without more', async () => {
		expect(await remove.call(hooks({}))).toBe(true);
	});

	it('answers a visitor itself', async () => {
		const visited = new FakeTrigger({ provider: 'antBuddy' });
		const response = { setHeader() {}, end: jest.fn() };
		const functions = visited.functions({ method: 'GET' }, response);
		expect(await trigger.webhook.call(functions)).toEqual({ noWebhookResponse: true });
		expect(response.end).toHaveBeenCalledWith(expect.stringContaining('</form>'));
	});
});

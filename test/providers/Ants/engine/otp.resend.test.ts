import { basicAuthorization } from '../../../../nodes/shared/credential/authenticated';
import { account } from '../sandbox';
import { NodeTest } from '../../../support/nodeTest';
import { casesOf } from '../..';
import { provider } from '../provider';

const [request, resend] = casesOf(provider);

const test = new NodeTest(resend.type, resend.parameters);
const headers = {
	accept: 'application/json',
	'content-type': 'application/json',
	authorization: basicAuthorization(account.username, account.password),
};

/** Sends a first message, and forgets the request of it. */
async function requested(mobile = '+66812345678'): Promise<string> {
	const { output } = await test.run({ parameters: { ...request.parameters, mobile } });
	return output[0].json.otpId as string;
}
const resent = () => test.sent.filter(({ path }) => path === '/otp/resendOTP');

it('sends the documented otcId', async () => {
	await requested();
	const { error, output } = await test.run();
	expect(error).toBeUndefined();
	expect(resent()).toEqual([
		{ method: 'POST', path: '/otp/resendOTP', headers, body: { otcId: account.otcId } },
	]);
	const [{ id }] = test.sandbox.state.inbox;
	expect(output).toEqual([
		{
			json: {
				otcId: account.otcId,
				otpId: id,
				referenceCode: expect.stringMatching(/^[A-Za-z0-9]{5}$/),
				status: { message: 'success', description: '' },
			},
			pairedItem: { item: 0 },
		},
	]);
});

it('sends the otpId instead, as other clients do', async () => {
	const first = await requested();
	await requested('+66898765432');
	const { error } = await test.run({ parameters: { resendBy: 'otpId', otpId: first } });
	expect(error).toBeUndefined();
	expect(resent()).toEqual([
		{ method: 'POST', path: '/otp/resendOTP', headers, body: { otpId: first } },
	]);
	expect(test.sandbox.state.inbox.map(({ to }) => to)).toEqual([
		'66812345678',
		'66898765432',
		'66812345678',
	]);
});

it.each(['success', 'status'] as const)(
	'puts out the same for an answer that calls its result "%s"',
	async (antsStatusKey) => {
		await requested();
		test.sandbox.configure({ antsStatusKey });
		const { output } = await test.run();
		expect(output[0].json.status).toEqual({ message: 'success', description: '' });
		expect(output[0].json).not.toHaveProperty('success');
	},
);

it('takes the ID from each item', async () => {
	const ids = [await requested(), await requested('+66898765432')];
	const { output, error } = await test.run({
		parameters: { resendBy: 'otpId', otpId: '={{ $json.otpId }}' },
		items: ids.map((otpId) => ({ otpId })),
	});
	expect(error).toBeUndefined();
	expect(resent().map(({ body }) => body)).toEqual(
		expect.arrayContaining(ids.map((otpId) => ({ otpId }))),
	);
	expect(output.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
});

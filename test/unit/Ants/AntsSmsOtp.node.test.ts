import { AntsSmsOtp } from '../../../nodes/Ants/AntsSmsOtp.node';
import { bodyOf, json } from '../support/execution';
import { offered, run } from '../support/nodeType';

const node = new AntsSmsOtp();

it('is the node of design.md, with its credential and its operations', () => {
	expect(node.description).toMatchObject({
		name: 'antsSmsOtp',
		displayName: 'ANTS SMS OTP',
		version: 1,
		inputs: ['main'],
		outputs: ['main'],
		credentials: [{ name: 'antsApi', required: true }],
	});
	expect(offered(node)).toEqual({ otp: ['request', 'resend', 'verify'] });
});

it('runs the operation for every item, with its own credential', async () => {
	const { outputs, sent } = await run(node, {
		items: 2,
		parameters: { resource: 'otp', operation: 'verify', otpCode: '1234' },
		perItem: [{ otpId: 'a' }, { otpId: 'b' }],
		credential: { baseUrl: 'https://ants.example.com' },
		respond: (request) => json({ result: bodyOf(request).otpId === 'a' }),
	});
	expect(outputs).toEqual([
		[
			{
				json: { otpId: 'a', result: true, verified: true, reason: 'match' },
				pairedItem: { item: 0 },
			},
			{
				json: { otpId: 'b', result: false, verified: false, reason: 'mismatch' },
				pairedItem: { item: 1 },
			},
		],
	]);
	expect(sent.map(({ credentialType }) => credentialType)).toEqual(['antsApi', 'antsApi']);
});

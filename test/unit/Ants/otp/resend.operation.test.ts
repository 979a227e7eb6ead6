import { resend } from '../../../../nodes/Ants/otp/resend.operation';
import { ants } from '../../../../nodes/Ants/provider';
import { json } from '../../support/execution';
import { bodiesOf, execute } from '../../support/operation';

const ids = { otcId: 'OTC-1', otpId: 'OTP-1' };

it.each([
	[{}, { otcId: 'OTC-1' }],
	[{ resendBy: '' }, { otcId: 'OTC-1' }],
	[{ resendBy: 'otcId' }, { otcId: 'OTC-1' }],
	[{ resendBy: 'otpId' }, { otpId: 'OTP-1' }],
])('sends for %j the body %j', async (parameters, body) => {
	expect(await bodiesOf(resend, ants, { ...ids, ...parameters })).toEqual([body]);
});

it('posts to the documented path, and puts out the answer as Request does', async () => {
	const respond = () => json({ otpId: 'OTP-2', success: { message: 'Success' } });
	const { output, sent } = await execute(resend, ants, { parameters: ids, respond });
	expect(sent.map(({ options }) => [options.method, options.url])).toEqual([
		['POST', 'https://api.example.com/v1/otp/resendOTP'],
	]);
	expect(output).toEqual({ otpId: 'OTP-2', status: { message: 'Success' } });
});

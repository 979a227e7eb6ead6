import type { IDataObject } from 'n8n-workflow';
import { resend } from '../../../../nodes/Ants/otp/resend.operation';
import { ants } from '../../../../nodes/Ants/provider';
import { json } from '../../support/execution';
import { failureOf } from '../../support/failure';
import { bodiesOf, execute } from '../../support/operation';
import { entryNames, shapesOf } from '../../support/shape';

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

it.each([
	[{ otcId: '' }, 'OTC ID is empty'],
	[{ otcId: 'x'.repeat(201) }, 'OTC ID is 201 characters long; at most 200 are possible'],
	[{ resendBy: 'otpId', otpId: undefined }, 'OTP ID is empty'],
	[{ resendBy: 'mobile' }, 'Resend By is “mobile”, which is not among its values'],
])('sends nothing with %j', async (wrong, message) => {
	const respond = jest.fn();
	const setting = { parameters: { ...ids, ...wrong } as IDataObject, respond };
	expect(await failureOf(async () => await execute(resend, ants, setting))).toMatchObject({
		message,
		outcome: 'notSent',
	});
	expect(respond).not.toHaveBeenCalled();
});

it('is offered with the fields of the contract, as an operation that sends', () => {
	const { value, name, action, sends, properties } = resend;
	expect([value, name, action, sends]).toEqual(['resend', 'Resend', 'Resend an OTP by SMS', true]);
	const id = { type: 'string', default: '', required: true };
	expect(shapesOf(properties.slice(0, 3))).toEqual([
		{ name: 'resendBy', type: 'options', default: 'otcId', values: ['otcId', 'otpId'] },
		{ name: 'otcId', ...id, show: { resendBy: ['otcId'] } },
		{ name: 'otpId', ...id, show: { resendBy: ['otpId'] } },
	]);
	expect(entryNames(properties)).toEqual(['batching', 'maxConcurrency', 'timeout']);
});

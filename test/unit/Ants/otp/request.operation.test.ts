import type { IDataObject } from 'n8n-workflow';
import { request } from '../../../../nodes/Ants/otp/request.operation';
import { ants } from '../../../../nodes/Ants/provider';
import { json } from '../../support/execution';
import { failureOf } from '../../support/failure';
import { bodiesOf, execute } from '../../support/operation';

const parameters = { otcId: ' OTC-1 ', mobile: '081 234 5678' };
const answer = {
	otcId: 'OTC-1',
	otpId: 'OTP-1',
	referenceCode: 'IpA6k',
	success: { message: 'success' },
};

it('sends the number with its country code, and puts out the fields that Verify needs', async () => {
	const { output, sent } = await execute(request, ants, {
		parameters,
		respond: () => json(answer),
	});
	expect(sent.map(({ options }) => [options.method, options.url, options.body])).toEqual([
		[
			'POST',
			'https://api.example.com/v1/otp/requestOTP',
			JSON.stringify({ otcId: 'OTC-1', mobile: '66812345678' }),
		],
	]);
	expect(output).toEqual({
		otcId: 'OTC-1',
		otpId: 'OTP-1',
		referenceCode: 'IpA6k',
		status: { message: 'success' },
		phoneNumber: '+66812345678',
	});
});

it('sends the options of the delivery report', async () => {
	const options = { notifyUrl: 'https://example.com/report', callbackData: 'order 1' };
	expect(await bodiesOf(request, ants, { ...parameters, options })).toEqual([
		{ otcId: 'OTC-1', mobile: '66812345678', ...options },
	]);
});

it('sends to other countries, and sends a number as typed with Send Number Unchanged', async () => {
	const mobileFor = async (mobile: string, options: IDataObject = {}) =>
		(await bodiesOf(request, ants, { ...parameters, mobile, options }))[0].mobile;
	expect(await mobileFor('+84 919 273 027')).toBe('84919273027');
	expect(await mobileFor('0919 273 027', { defaultCountry: 'VN' })).toBe('84919273027');
	expect(await mobileFor('66123456789', { sendNumberUnchanged: true })).toBe('66123456789');
});

it.each([
	[{ mobile: '02 123 4567' }, 'Mobile “+6621234567” is a landline, which takes no text message'],
	[{ mobile: '1900 123 456' }, 'Mobile “+661900123456” is a premium-rate number'],
	[{ mobile: '12' }, 'Mobile “12” is not a valid phone number: no network has such a number'],
])('sends nothing with %j', async (wrong, message) => {
	const respond = jest.fn();
	const setting = { parameters: { ...parameters, ...wrong } as IDataObject, respond };
	const failure = await failureOf(async () => await execute(request, ants, setting));
	expect(failure).toMatchObject({ message, outcome: 'notSent' });
	expect(respond).not.toHaveBeenCalled();
});

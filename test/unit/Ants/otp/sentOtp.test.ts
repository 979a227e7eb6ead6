import { sendOtp } from '../../../../nodes/Ants/otp/sentOtp';
import { ants } from '../../../../nodes/Ants/provider';
import { bodyOf, json } from '../../support/execution';
import { failureOf } from '../../support/failure';
import { itemOf } from '../../support/item';

describe('sendOtp', () => {
	const endpoint = { method: 'POST', path: '/otp/requestOTP' } as const;
	const send = async (answer: unknown, status = 200) => {
		const { item, sent } = await itemOf({ provider: ants, respond: () => json(answer, status) });
		return { output: await sendOtp(item, endpoint, { otcId: 'x' }), sent };
	};
	const message = { message: 'success', description: '' };

	it('posts the body to the path', async () => {
		const { sent } = await send({ otpId: '1' });
		expect(sent.map(({ options }) => [options.method, options.url])).toEqual([
			['POST', 'https://api.example.com/v1/otp/requestOTP'],
		]);
		expect(sent.map(bodyOf)).toEqual([{ otcId: 'x' }]);
	});

	it.each([
		['success, as the example has it', { otpId: '1', success: message }],
		['status, as the table has it', { otpId: '1', status: message }],
		['both', { otpId: '1', status: message, success: { message: 'other' } }],
		['success, with a status that is no record', { otpId: '1', status: 200, success: message }],
		['blanks around its key', { ' otpId ': '1', ' success ': message }],
	])('returns the same output for %s', async (_, answer) => {
		expect((await send(answer)).output).toEqual({ otpId: '1', status: message });
	});

	it.each([[{ otpId: '1', status: 'Success' }], [{ otpId: '1', success: true }], [{ otpId: '1' }]])(
		'returns %j unchanged',
		async (answer) => {
			expect((await send(answer)).output).toEqual(answer);
		},
	);

	it.each([{}, [], [{ otpId: '1' }], { otpId: ' ' }, { success: message }, { a: 1, otpId: null }])(
		'throws an unknown outcome after %j',
		async (answer) => {
			expect(await failureOf(async () => await send(answer))).toMatchObject({
				message: 'ANTS answered 200 with JSON that does not say whether a code was sent',
				outcome: 'unknown',
			});
		},
	);

	it('throws a refusal by ANTS', async () => {
		const refused = { error: { message: 'Invalid OTP Config', description: '' } };
		const { message: words } = await failureOf(async () => await send(refused));
		expect(words).toBe('Invalid OTP Config [0301] (ANTS, HTTP 200)');
	});
});

import { withoutCode } from '../../../../nodes/AntBuddy/call/calls';

it.each(['otp', 'code', 'otp_code'])('masks %s', (key) => {
	expect(withoutCode({ id: 1, [key]: '123456' })).toEqual({ id: 1, [key]: '******' });
	expect(withoutCode({ [key]: 0 })).toEqual({ [key]: '******' });
	expect(withoutCode({ [key]: false })).toEqual({ [key]: '******' });
});

it.each([null, undefined, ''])('leaves %j, which tells that there is no code', (otp) => {
	expect(withoutCode({ otp } as never)).toEqual({ otp });
});

it('masks it however deep it stands', () => {
	const call = { data: [{ otp: '123456', id: 2 }], otp: ['1', { code: '2' }], status: 'queued' };
	expect(withoutCode(call)).toEqual({
		data: [{ otp: '******', id: 2 }],
		otp: ['******', { code: '******' }],
		status: 'queued',
	});
});

it('leaves everything else, and the record itself, as it is', () => {
	const call = { otp: '123456', otpId: '7', barcode: null };
	expect(withoutCode(call)).toEqual({ otp: '******', otpId: '7', barcode: null });
	expect(call.otp).toBe('123456');
});

import { get, post, sandboxForTests } from '../../../sandbox/tests/client';
import { account, antsLogin } from '../sandbox';
import { ANTS_STATUSES } from './statuses';

const { otcId } = account;
const sandbox = sandboxForTests();
const mobile = '66123456789';
const call = (path: string, body: unknown, headers: object = antsLogin) =>
	post(`${sandbox.current.baseUrls.ants}${path}`, body, headers);
const error = (message: string, description: unknown = '') => ({ error: { message, description } });

describe('POST /otp/requestOTP', () => {
	it('sends a code of five digits only to the phone', async () => {
		const { status, data } = await call('/otp/requestOTP', { otcId, mobile });
		expect(status).toBe(200);
		expect(data).toEqual({
			otcId,
			otpId: expect.stringMatching(/^[\da-f-]{36}$/),
			referenceCode: expect.stringMatching(/^[A-Za-z0-9]{5}$/),
			success: { message: 'success', description: '' },
		});
		const [sms] = sandbox.current.state.inbox;
		const { otpId: id, referenceCode } = data;
		expect(sms).toMatchObject({ id, kind: 'sms', provider: 'ants', to: mobile, referenceCode });
		expect(sms.code).toMatch(/^\d{5}$/);
		expect(sms).toHaveProperty('text', `Your OTP is ${sms.code} (Ref: ${referenceCode})`);
		expect(JSON.stringify(data)).not.toContain(`"${sms.code}"`);
	});

	it('names its result status on request, as the documented table does', async () => {
		sandbox.current.configure({ antsStatusKey: 'status' });
		const { data } = await call('/otp/requestOTP', { otcId, mobile });
		expect(data.status).toEqual({ message: 'success', description: '' });
		expect(data).not.toHaveProperty('success');
	});

	it.each<[unknown, string, unknown?]>([
		[{ otcId: 'other', mobile }, 'Invalid OTP Config'],
		[{ otcId, mobile: '0812345678' }, 'Number Prefix Missing'],
		...['+66123456789', '66-12345678', '6612345', '6612345678901234', ''].map(
			(wrong): [object, string] => [{ otcId, mobile: wrong }, 'Invalid Number'],
		),
		[{ mobile }, 'Bad Request', 'otcId is required'],
		[{ otcId }, 'Bad Request', 'mobile is required'],
		[{ otcId, mobile: 66123456789 }, 'Bad Request', 'mobile must be a string'],
		[{ otcId, mobile: null }, 'Bad Request', 'mobile must be a string'],
		[{ otcId, mobile, to: 'x' }, 'Bad Request', 'to is not a known field'],
		[{ otcId, mobile, notifyUrl: 'x' }, 'Bad Request', expect.stringContaining('notifyUrl')],
		[
			{ otcId, mobile, notifyContentType: 'text/xml' },
			'Bad Request',
			'notifyContentType must be one of application/json',
		],
		[{ otcId, mobile, callbackData: {} }, 'Bad Request', 'callbackData must be a string'],
		['[1]', 'Bad Request', 'The body must be a JSON object'],
		[undefined, 'Bad Request', expect.stringContaining('not JSON')],
	])('refuses %j: %s', async (body, message, description = '') => {
		const { status, data } = await call('/otp/requestOTP', body);
		expect([status, data]).toEqual([200, error(message, description)]);
		expect(sandbox.current.state.inbox).toEqual([]);
		expect(sandbox.current.state.counters.refused).toBe(1);
	});

	it('refuses to send without credit', async () => {
		sandbox.current.configure({ antsCredit: 1 });
		expect((await call('/otp/requestOTP', { otcId, mobile })).data).toHaveProperty('success');
		const { data } = await call('/otp/requestOTP', { otcId, mobile });
		expect(data).toEqual(error('Credit not enough'));
		expect((await call('/otp/resendOTP', { otcId })).data).toEqual(error('Credit not enough'));
		expect((await call('/account/balance', {})).data).toEqual({ type: 'PREPAID', credit: 0 });
	});
});

describe('every call', () => {
	const paths = ['/otp/requestOTP', '/otp/resendOTP', '/otp/verifyOTP', '/account/balance'];

	it.each(paths)('requires the login for %s', async (path) => {
		for (const login of [{}, { Authorization: 'Basic eDp5' }, { Authorization: 'Bearer x' }]) {
			const { status, data } = await call(path, {}, login);
			expect([status, data]).toEqual([401, error('Authentication failed')]);
		}
	});

	it.each(paths)('answers %s without the Content-Type with a general error', async (path) => {
		// `false` is how axios is told to send none.
		for (const type of [false, 'text/plain', 'nonsense']) {
			const headers = { ...antsLogin, 'Content-Type': type };
			const { status, data } = await call(path, JSON.stringify({ otcId, mobile }), headers);
			expect([status, data]).toEqual([200, error('Exception', expect.any(String))]);
		}
		const [{ headers }] = sandbox.current.state.requests;
		expect(headers).not.toHaveProperty('content-type');
	});

	it('accepts only POST to a documented path', async () => {
		const { baseUrls } = sandbox.current;
		const { data } = await get(`${baseUrls.ants}/otp/requestOTP`, antsLogin);
		expect(data).toEqual(error('Bad Request', 'Method "GET" not allowed.'));
		expect((await call('/otp/other', {})).data).toEqual(error('Bad Request', 'Not found.'));
	});
});

it('returns the balance at no cost', async () => {
	await call('/otp/requestOTP', { otcId, mobile });
	for (const body of ['', {}]) {
		const { status, data } = await call('/account/balance', body);
		expect([status, data]).toEqual([200, { type: 'PREPAID', credit: 999_999 }]);
	}
	expect(sandbox.current.state.counters.accepted.total).toBe(1);
});

it('answers errors in Thai and with 400 on request', async () => {
	sandbox.current.configure({ antsErrorLanguage: 'th', antsErrorHttpStatus: 400 });
	const { status, data } = await call('/otp/requestOTP', { otcId: 'other', mobile });
	expect([status, data]).toEqual([400, error('ตั้งค่า OTP ไม่ถูกต้อง')]);
	expect((await call('/account/balance', {}, {})).status).toBe(401);
});

it.each(Object.keys(ANTS_STATUSES) as Array<keyof typeof ANTS_STATUSES>)(
	'answers %s on request',
	async (providerStatus) => {
		sandbox.current.addFault({ match: { provider: 'ants' }, times: 1, do: { providerStatus } });
		const { status, data } = await call('/otp/requestOTP', { otcId, mobile });
		if (providerStatus === '0000') expect(data.success.message).toBe('success');
		else expect(data).toEqual(error(ANTS_STATUSES[providerStatus].en));
		expect(status).toBe(providerStatus === '9998' ? 401 : 200);
		expect(sandbox.current.state.inbox).toHaveLength(providerStatus === '0000' ? 1 : 0);
	},
);

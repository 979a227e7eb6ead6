import fc from 'fast-check';
import { carriesRefusal } from '../../../../nodes/shared/answer/signs';

it.each([
	{ success: false, message: 'Not enough credit' },
	{ success: 0 },
	{ success: 'False' },
	{ success: { message: 'failed' } },
	{ ok: false },
	{ error: 'x' },
	{ error: true },
	{ error: 5 },
	{ error: { message: 'Credit not enough', description: '' } },
	{ error: { code: '9990' } },
	{ error: { code: '0304' } },
	{ error: 'not ok' },
	{ errors: ['x'] },
	{ errors: { to: ['x'] } },
	{ non_field_errors: ['x'] },
	{ errorCode: 7, details: 'x' },
	{ error_code: '7' },
	{ messages: [{ errorCode: 0 }, { to: '+31', errorCode: 201, messageDetails: 'x' }] },
	{ status: 'error' },
	{ status: 'fail' },
	{ status: 'reject' },
	{ status: 'notSent' },
	{ status: 'Failed' },
	{ status: ' REJECTED ' },
	{ status: 'ERROR_NO_CREDIT' },
	{ status: 'not sent' },
	{ status: false },
	{ status: 402 },
	{ statusCode: 422, message: 'x' },
	{ status: { message: 'Failed', description: '' } },
	{ result: 'failed' },
	{ code: 400 },
	{ code: '401', message: 'token expired' },
	{ code: 4001, message: 'No credit' },
	{ code: 600, message: 'No credit' },
	{ idle: true, code: 4001, message: 'No credit' },
	{ ' error': 'x' },
	{ 'success ': false },
	{ Error: 'x' },
	{ data: { success: false } },
	{ result: { success: false } },
	{ response: { status: 'error' } },
	'Error: no credit',
	'FAILED',
])('sees a refusal in %j', (body) => {
	expect(carriesRefusal(body)).toBe(true);
});

it.each([
	{},
	[],
	undefined,
	'OK',
	'Failover active',
	{ id: 7, status: 'queued' },
	{ success: true, error: null, errors: [] },
	{ success: 1, error: false },
	{ success: 'notified' },
	{ ok: 10 },
	{ messages: 'error' },
	{ success: { message: 'success', description: '' } },
	{ status: { message: 'Success', description: '' } },
	{ status: { code: 0, name: 'ACCEPTED' } },
	{ status: 200, code: 0 },
	{ status: 'failover' },
	{ error: '' },
	{ error: { message: '', description: '' } },
	{ error: { code: '0000', message: 'Accepted' } },
	{ error: 0, errorCode: '0' },
	{ errors: { to: [] } },
	{ messages: [{ to: '+31', errorCode: 0 }] },
	{ code: 399 },
	{ status: 600 },
	{ code: 1234567890, message: 'Calling' },
	{ code: '0401' },
	{ code: 4839 },
	{ id: 7, code: '483920', message: 'Calling' },
	{ result: false, isErrorCount: true },
	[{ id: 7, status: 'failed', error: 'busy' }],
	{ count: 1, results: [{ status: 'failed' }] },
	{ data: [{ status: 'failed' }] },
])('sees none in %j', (body) => {
	expect(carriesRefusal(body)).toBe(false);
});

it('takes the one-time code that was sent for no code of the provider', () => {
	const body = { code: '483920', message: 'Calling' };
	expect(carriesRefusal(body)).toBe(true);
	expect(carriesRefusal(body, (value) => value === '483920')).toBe(false);
	expect(carriesRefusal({ code: 401 }, () => true)).toBe(true);
});

it('sees a refusal whatever stands beside it, and never throws', () => {
	const sign = fc.constantFrom<object>(
		{ success: false },
		{ error: 'x' },
		{ errors: [{ message: 'x' }] },
		{ status: 'rejected' },
		{ code: 500 },
		{ messages: [{ errorCode: 5 }] },
	);
	fc.assert(
		fc.property(fc.dictionary(fc.string(), fc.jsonValue()), sign, (beside, body) => {
			expect(carriesRefusal({ ...beside, ...body })).toBe(true);
		}),
	);
	fc.assert(
		fc.property(fc.jsonValue(), (body) => {
			expect(typeof carriesRefusal(body)).toBe('boolean');
		}),
	);
});

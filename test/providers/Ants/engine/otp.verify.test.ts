import type { IDataObject } from 'n8n-workflow';
import { basicAuthorization } from '../../../../nodes/shared/credential/authenticated';
import { account } from '../sandbox';
import { NodeTest } from '../../../support/nodeTest';
import { casesOf } from '../..';
import { provider } from '../provider';
import { startTinyServer } from '../../../support/tinyServer';

const [, , verify] = casesOf(provider);

const test = new NodeTest(verify.type, verify.parameters);
const { otpId } = verify.parameters;
const report = {
	notifyUrl: 'https://testSendOTP',
	notifyContentType: 'application/json',
	callbackData: 'OTP Data',
};

it.each<[string, object, object]>([
	['the example of the document', report, report],
	['the two fields of its table', {}, {}],
])('sends %s', async (_name, options, body) => {
	await test.run({ parameters: { options } as never });
	expect(test.requests).toEqual([
		{
			method: 'POST',
			path: '/otp/verifyOTP',
			headers: {
				accept: 'application/json',
				'content-type': 'application/json',
				authorization: basicAuthorization(account.username, account.password),
			},
			body: { otpId, otpCode: '79895', ...body },
		},
	]);
});

it.each(['79895', ' 79 895 ', '79-895', '7–9–8–9–5', '79\u00a0895', '={{ 79895 }}'])(
	'sends the typed code %p without spaces and dashes',
	async (otpCode) => {
		await test.run({ parameters: { otpCode } });
		expect(test.sentBody).toEqual({ otpId, otpCode: '79895' });
	},
);

it('keeps leading zeros and letters', async () => {
	await test.run({ parameters: { otpCode: '00-aB1' } });
	expect(test.sentBody.otpCode).toBe('00aB1');
});

/** The answer of a service that says this about a code. */
async function answeredWith(json: unknown, status = 200) {
	const server = await startTinyServer(() => ({ status, json }));
	const result = await test.run({ credential: { baseUrl: server.url } });
	await server.close();
	return result;
}

describe('reads an answer', () => {
	it.each<[object, string]>([
		[{ result: true, ' isErrorCount': false, isExprCode: false }, 'match'],
		[{ result: true, isErrorCount: false, isExprCode: false }, 'match'],
		[{ result: true }, 'match'],
		[{ ' result ': true, 'isErrorCount ': false }, 'match'],
		[{ result: 'true', isErrorCount: 'false', isExprCode: 'false' }, 'match'],
		[{ result: false, ' isErrorCount': true, isExprCode: false }, 'mismatch'],
		[{ result: false, isErrorCount: false, isExprCode: false }, 'mismatch'],
		[{ result: true, ' isErrorCount': true, isExprCode: false }, 'mismatch'],
		[{ result: 'false' }, 'mismatch'],
		[{ result: false, ' isErrorCount': false, isExprCode: true }, 'expired'],
		[{ result: true, isErrorCount: false, ' isExprCode': true }, 'expired'],
		[{ result: false, isErrorCount: true, isExprCode: 'TRUE' }, 'expired'],
	])('reads %j as %s', async (body, reason) => {
		const { output, error } = await answeredWith({ otpId, ...body });
		expect(error).toBeUndefined();
		const trimmed = Object.entries(body).map(([key, value]) => [key.trim(), value]);
		expect(output[0].json).toEqual({
			...{ otpId, ...(Object.fromEntries(trimmed) as IDataObject) },
			...{ verified: reason === 'match', reason },
		});
	});

	it.each<[unknown, number]>([
		[{}, 200],
		[[], 200],
		[{ otpId }, 200],
		[{ otpId, result: null }, 200],
		[{ otpId, result: 2 }, 200],
		[undefined, 200],
		[{ status: { code: '0000', message: 'Success' } }, 200],
	])('throws %j, which says nothing about the code', async (body, status) => {
		const { output, error } = await answeredWith(body, status);
		expect(output).toEqual([]);
		expect(error?.message).toMatch(/^ANTS answered 200 with .+ \[item 0\]$/);
	});

	it('throws an answer with 400 and a result of true', async () => {
		const { output, error } = await answeredWith({ otpId, result: true }, 400);
		expect(output).toEqual([]);
		expect(error?.message).toContain('(ANTS, HTTP 400)');
	});
});

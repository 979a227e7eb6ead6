import type { IHttpRequestHelper, IHttpRequestOptions } from 'n8n-workflow';
import { checkLogin } from '../../../nodes/VoiceOtpAdvanced/loginCheck';

const credential = { baseUrl: 'https://api.cm.com/voiceapi/v2', productToken: 'token' };

/** Checks a login that CM.com answers so. */
async function check(statusCode: number) {
	const sent: IHttpRequestOptions[] = [];
	const httpRequest = async (options: IHttpRequestOptions) => {
		sent.push(options);
		return { statusCode };
	};
	const helper = { helpers: { httpRequest } } as unknown as IHttpRequestHelper;
	const result = await checkLogin(helper, credential).catch(({ message }: Error) => message);
	return { result, sent };
}

it('asks for nothing that could call somebody, and follows no redirect with the login', async () => {
	const { sent } = await check(400);
	expect(sent).toEqual([
		{
			method: 'POST',
			url: 'https://api.cm.com/voiceapi/v2/OTP',
			headers: { 'Content-Type': 'application/json', 'X-CM-PRODUCTTOKEN': 'token' },
			body: '{}',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
			timeout: 30_000,
		},
	]);
});

it.each([200, 201, 400, 422])(
	'%j means that the login is right; nothing is stored',
	async (status) => expect((await check(status)).result).toEqual({}),
);

it.each([
	[401, 'CM.com did not accept the login. Correct the token, or the username and password.'],
	[403, 'The login is right, but it may not use the Voice API. Ask CM.com to allow it.'],
	[404, 'There is no Voice API at Base URL. Correct Base URL.'],
	[300, 'CM.com answered 300. Check Base URL, or try again later.'],
	[302, 'CM.com answered 302. Check Base URL, or try again later.'],
	[429, 'CM.com answered 429. Check Base URL, or try again later.'],
	[503, 'CM.com answered 503. Check Base URL, or try again later.'],
])('%j is said in words', async (status, words) =>
	expect((await check(status)).result).toBe(words),
);

import { antBuddyLogin } from '../../providers/AntBuddy/sandbox/login';
import { antsLogin } from '../../providers/Ants/sandbox';
import { cmLogin } from '../../providers/VoiceOtpAdvanced/sandbox';
import { get, post } from './client';
import { sandboxUnderFault } from './underFault';

const { sandbox, once, send, bytesAnswered, counted } = sandboxUnderFault();
const notProcessed = { accepted: 0, refused: 1 };

describe('a fault before processing', () => {
	it('answers a status with headers and a body of any kind', async () => {
		once({ status: 429, headers: { 'retry-after': '2' }, body: { message: 'slow down' } });
		const busy = await send();
		expect([busy.status, busy.headers.get('retry-after')]).toEqual([429, '2']);
		expect(await busy.json()).toEqual({ message: 'slow down' });
		expect(counted()).toEqual(notProcessed);
		once({ status: 500, body: '{"odd', contentType: 'application/xml' });
		const odd = await send();
		expect(odd.headers.get('content-type')).toBe('application/xml');
		expect(await odd.text()).toBe('{"odd');
		once({ status: 503 });
		expect(await (await send()).text()).toBe('');
	});

	it('answers HTML', async () => {
		once({ html: true });
		once({ html: true, status: 200 });
		for (const status of [502, 200]) {
			const answer = await send();
			expect(answer.status).toBe(status);
			expect(answer.headers.get('content-type')).toContain('text/html');
			expect(await answer.text()).toContain('<h1>');
		}
		expect(counted()).toEqual({ accepted: 0, refused: 2 });
	});

	it('resets the connection', async () => {
		once({ reset: 'beforeProcessing' });
		await expect(send()).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
		expect(counted()).toEqual(notProcessed);
	});

	it('answers raw bytes', async () => {
		once({ raw: Buffer.from('HTTP/9.9 garbage\r\n').toString('base64') });
		expect(await bytesAnswered()).toBe('HTTP/9.9 garbage\r\n');
		expect(counted()).toEqual(notProcessed);
	});

	it('never answers', async () => {
		once({ never: true });
		await expect(send(100)).rejects.toThrow(/timeout/);
		expect(counted()).toEqual(notProcessed);
	});

	it('expires the token for good', async () => {
		const login = await antBuddyLogin(sandbox.current);
		const list = `${sandbox.current.baseUrls.antBuddy}/voice-otp/`;
		once({ expiredToken: true });
		// The fault waits for a request with a token: logging in is none.
		const other = await antBuddyLogin(sandbox.current);
		for (let i = 0; i < 2; i++) expect((await get(list, login)).status).toBe(401);
		expect((await get(list, other)).status).toBe(200);
		for (const { url, headers } of [
			{ url: `${sandbox.current.baseUrls.ants}/account/balance`, headers: antsLogin },
			{ url: `${sandbox.current.baseUrls.cmVoice}/OTP`, headers: cmLogin },
		]) {
			once({ expiredToken: true });
			expect((await post(url, {}, headers)).status).toBe(401);
			expect((await post(url, {}, headers)).status).not.toBe(401);
		}
	});
});

import { account } from '../../providers/Ants/sandbox';
import { cmLogin } from '../../providers/VoiceOtpAdvanced/sandbox';
import { startSandbox } from '../server';
import { post } from './client';
import { sandboxUnderFault } from './underFault';

const { otcId } = account;
const { sandbox, once, send, bytesAnswered, counted } = sandboxUnderFault();
const processed = { accepted: 1, refused: 0 };

describe('a fault after processing', () => {
	it('adds latency to the next fault', async () => {
		once({ latency: 60 });
		once({ latency: 60 });
		const startedAt = Date.now();
		expect((await send()).status).toBe(200);
		expect(Date.now() - startedAt).toBeGreaterThanOrEqual(115);
		expect(counted()).toEqual(processed);
		once({ latency: 1 });
		once({ status: 500 });
		expect((await send()).status).toBe(500);
	});

	it('resets the connection', async () => {
		once({ reset: 'afterProcessing' });
		await expect(send()).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
		expect(counted()).toEqual(processed);
		once({ reset: 'afterProcessing' });
		const wrong = fetch(`${sandbox.current.baseUrls.ants}/account/balance`, { method: 'POST' });
		await expect(wrong).rejects.toThrow();
		expect(counted()).toEqual({ accepted: 1, refused: 1 });
	});

	it.each(['midBody', 'truncated'])('sends less than it announced with %s', async (how) => {
		const effect =
			how === 'truncated' ? { truncated: true as const } : { reset: 'midBody' as const };
		once(effect);
		const [head, body] = (await bytesAnswered()).split('\r\n\r\n');
		const promised = Number(/content-length: (\d+)/i.exec(head)?.[1]);
		expect(body.length).toBeGreaterThan(0);
		expect(body.length).toBeLessThan(promised);
		expect(body.endsWith('}')).toBe(how === 'truncated');
		once(effect);
		await expect(send().then((answer) => answer.text())).rejects.toThrow('terminated');
		expect(counted()).toEqual({ accepted: 2, refused: 0 });
	});

	it('lets the answer trickle', async () => {
		once({ trickle: { ms: 1 } });
		const startedAt = Date.now();
		const answer = await send();
		expect(await answer.json()).toMatchObject({ otcId, success: { message: 'success' } });
		expect(Date.now() - startedAt).toBeGreaterThan(100);
		expect(counted()).toEqual(processed);
	});

	it('sends a large body that contains the answer', async () => {
		once({ largeBody: 1_000_000 });
		const text = await (await send()).text();
		expect(text).toHaveLength(1_000_000);
		expect(JSON.parse(text)).toMatchObject({ otcId, padding: expect.any(String) });
		once({ largeBody: 1000 });
		const body = { caller: '+31612345670', callees: ['+31612345671'], code: '1' };
		const { data, headers } = await post(`${sandbox.current.baseUrls.cmVoice}/OTP`, body, cmLogin);
		expect(headers['content-length']).toBe('1000');
		expect(data).toMatchObject([{ success: true }]);
	});
});

it('ends with close()', async () => {
	const other = await startSandbox();
	other.addFault({ match: { path: '/never' }, do: { never: true } });
	other.addFault({ match: {}, do: { latency: 60_000 } });
	const open = ['never', 'late'].map((path) => fetch(`${other.url}/ants/${path}`));
	const ended = Promise.allSettled(open);
	while (other.state.requests.length < 2) await new Promise((later) => setTimeout(later, 5));
	await other.close();
	expect((await ended).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});

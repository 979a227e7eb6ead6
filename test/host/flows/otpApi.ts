import type { IDataObject } from 'n8n-workflow';

import { anotherCode, type FlowTest } from './support/flowTest';
import { postTo } from './support/verification';

const FILE = 'otp-api';

export function otpApi(flow: FlowTest): void {
	const post = async (body: unknown) =>
		await postTo(flow.verification(flow.host.example(FILE)), body);
	const callsTo = (number: string) =>
		flow.host.sandbox.state.inbox.filter(({ to }) => to === number);

	/** Requests a code. @returns its challenge, and the code that was heard */
	const start = async (phoneNumber: string, more: IDataObject = {}) => {
		const { status, data } = await post({ phoneNumber, ...more });
		expect({ status, codeLength: data.codeLength }).toEqual({ status: 200, codeLength: 6 });
		const [{ code }] = callsTo(phoneNumber);
		return { challenge: data.challenge, code };
	};

	it('sends a code, refuses a wrong code, and accepts the right one once', async () => {
		const { challenge, code } = await start('0919273101', { reference: 'order 7' });
		expect(await post({ challenge, code: anotherCode(code) })).toMatchObject({
			status: 200,
			data: { verified: false, reason: 'mismatch', attemptsLeft: 2 },
		});
		expect(await post({ challenge, code: `${code.slice(0, 3)} ${code.slice(3)}` })).toMatchObject({
			status: 200,
			data: { verified: true, phoneNumber: '+84919273101', reference: 'order 7' },
		});
		const { data } = await post({ challenge, code });
		expect(data).toMatchObject({ verified: false, reason: 'alreadyVerified' });
		expect(callsTo('0919273101')).toHaveLength(1);
	});

	it('verifies once if the right code is posted ten times at once', async () => {
		const { challenge, code } = await start('0919273102');
		const answers = await Promise.all(
			Array.from({ length: 10 }, async () => await post({ challenge, code })),
		);
		expect(answers.filter(({ data }) => data.verified === true)).toHaveLength(1);
	});

	it('refuses even the right code after three tries', async () => {
		const { challenge, code } = await start('0919273103');
		const wrong = { challenge, code: anotherCode(code) };
		for (const attemptsLeft of [2, 1, 0])
			expect((await post(wrong)).data).toMatchObject({ verified: false, attemptsLeft });
		const { data } = await post({ challenge, code });
		expect(data).toMatchObject({ verified: false, reason: 'tooManyAttempts' });
	});

	it('calls a number once a minute, however it is written', async () => {
		const forms = ['0919273104', '+84 919 273 104', '0084919273104', '84-919-273-104'];
		const answers = await Promise.all(
			[...forms, ...forms].map(async (phoneNumber) => await post({ phoneNumber })),
		);
		const statuses = answers.map(({ status }) => status).sort();
		expect(statuses).toEqual([200, ...Array<number>(7).fill(429)]);
		const refused = answers.find(({ status }) => status === 429)!;
		expect(refused.data).toEqual({ reason: 'coolDown' });
		expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
		expect(callsTo('0919273104')).toHaveLength(1);
	});

	it('calls nobody for a number of another country or an invalid number', async () => {
		const numbers = ['+352 234 567', '00352 234 567', '12345', 'abc', '', null, {}];
		for (const phoneNumber of numbers)
			expect(await post({ phoneNumber })).toMatchObject({
				status: 422,
				data: { reason: 'invalidNumber' },
			});
		expect(callsTo('0352234567')).toEqual([]);
	});

	it('refuses a challenge that it did not issue', async () => {
		const { challenge, code } = await start('0919273105');
		for (const forged of ['rubbish', `${String(challenge)}x`, ''])
			expect((await post({ challenge: forged, code })).status).toBe(400);
	});
}

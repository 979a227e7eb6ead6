import axios from 'axios';
import type { IDataObject } from 'n8n-workflow';

import { rowsOf } from './support/dataTable';
import { parametersOf } from './support/flowHost';
import { anotherCode, type FlowTest } from './support/flowTest';
import { eventually } from './support/wait';

const FILE = 'otp-api';
const TABLE = 'otp_challenges';
const REFUSED = { status: 200, data: { verified: false } };

export function otpApi(flow: FlowTest): void {
	const post = async (path: string, body: unknown, key = flow.host.setup.secret) => {
		const { status, data } = await axios.post<IDataObject>(
			`${flow.host.n8n.url}/webhook/otp/${path}`,
			body,
			{ headers: { 'X-API-Key': key }, proxy: false, validateStatus: () => true },
		);
		return { status, data };
	};
	const check = async (id: unknown, code: unknown) => await post('check', { id, code });
	const callsTo = (number: string) =>
		flow.host.sandbox.state.inbox.filter(({ to }) => to === number);
	const rowOf = async (id: unknown) =>
		(await rowsOf(flow.host.client, TABLE)).find(({ challengeId }) => challengeId === id);

	/** Starts a challenge and waits until its call is made and noted. */
	const start = async (number: string) => {
		const { data } = await post('start', { phoneNumber: number });
		await eventually(
			async () => ((await rowOf(data.id))?.state === 'called' ? true : undefined),
			'the call is noted',
		);
		return { id: data.id, code: callsTo(number)[0].code };
	};

	it('sends a code, refuses a wrong code, and accepts the right one once', async () => {
		const { id, code } = await start('0919273101');
		expect(await check(id, anotherCode(code))).toEqual(REFUSED);
		expect(await check(id, `${code.slice(0, 3)} ${code.slice(3)}`)).toEqual({
			status: 200,
			data: { verified: true, phoneNumber: '+84919273101' },
		});
		expect(await check(id, code)).toEqual(REFUSED);
		expect(callsTo('0919273101')).toHaveLength(1);
	});

	it('verifies once if the right code comes ten times at the same moment', async () => {
		const { id, code } = await start('0919273102');
		const answers = await Promise.all(
			Array.from({ length: 10 }, async () => await check(id, code)),
		);
		expect(answers.filter(({ data }) => data.verified === true)).toHaveLength(1);
		expect(await check(id, code)).toEqual(REFUSED);
	});

	it('refuses even the right code after five tries', async () => {
		const { id, code } = await start('0919273103');
		for (let attempt = 0; attempt < 5; attempt++) {
			expect(await check(id, anotherCode(code))).toEqual(REFUSED);
		}
		expect(await check(id, code)).toEqual(REFUSED);
		expect(await rowOf(id)).toMatchObject({ attempts: 5, state: 'called' });
	});

	it('calls a number at most five times in ten minutes, however it is written', async () => {
		const forms = ['0919273104', '+84 919 273 104', '0084919273104', '84-919-273-104'];
		const wanted = [...forms, ...forms, '(0)919.273.104'];
		const answers = await Promise.all(
			wanted.map(async (phoneNumber) => await post('start', { phoneNumber })),
		);
		const ids = answers.map(({ data }) => data.id);
		const states = await eventually(async () => {
			const rows = await rowsOf(flow.host.client, TABLE);
			const mine = rows
				.filter(({ challengeId }) => ids.includes(challengeId as string))
				.map(({ state }) => state);
			return mine.includes('requested') ? undefined : mine;
		}, 'all requests are dealt with');
		expect(states.filter((state) => state === 'called')).toHaveLength(5);
		expect(states.filter((state) => state === 'refused')).toHaveLength(4);
		expect(callsTo('0919273104')).toHaveLength(5);
	});

	it('calls nobody in Vietnam for a number of another country', async () => {
		const abroad = ['+352 234 567', '00352 234 567'];
		const answers = await Promise.all(
			abroad.map(async (phoneNumber) => await post('start', { phoneNumber })),
		);
		await start('0919273108');
		for (const { data } of answers) expect(await rowOf(data.id)).toBeUndefined();
		expect(callsTo('0352234567')).toEqual([]);
	});

	it('gives the same answer for any number', async () => {
		const called = await post('start', { phoneNumber: '0919273105' });
		const numbers = ['0919273104', '12345', 'abc', '', null, ['0919273105'], {}];
		const answers = await Promise.all(
			numbers.map(async (phoneNumber) => await post('start', { phoneNumber })),
		);
		expect(called.status).toBe(202);
		for (const { status, data } of answers) {
			expect({ status, data: { ...data, id: called.data.id } }).toEqual(called);
			expect(data.id).toMatch(/^[\da-f-]{36}$/);
		}
		const ids = [...answers.map(({ data }) => data.id), 'no such id', '', null, { a: 1 }, 7];
		for (const answer of await Promise.all(ids.map(async (id) => await check(id, '123456')))) {
			expect(answer).toEqual(REFUSED);
		}
		expect(await post('check', {})).toEqual(REFUSED);
	});

	it('refuses requests without the key', async () => {
		const { requests } = flow.host.sandbox.state.counters;
		for (const key of ['', 'wrong', flow.host.setup.secret.slice(0, -1)]) {
			expect((await post('start', { phoneNumber: '0919273106' }, key)).status).toBe(403);
			expect((await post('check', { id: 'x', code: '1' }, key)).status).toBe(403);
		}
		expect(flow.host.sandbox.state.counters.requests).toEqual(requests);
	});

	it('keeps no code in its table', async () => {
		const { id, code } = await start('0919273107');
		const text = JSON.stringify({ ...(await rowOf(id)), createdAt: '', updatedAt: '' });
		expect(text).toContain('challenge');
		expect(text).not.toContain(code);
		await check(id, code);
		expect(await rowOf(id)).toMatchObject({ state: 'verified', challenge: '' });
	});

	it('deletes only old rows', async () => {
		const { client } = flow.host;
		const sweep = async (id: string) =>
			await client.executions.waitFor(await client.workflows.run(id, 'Every night'));
		const count = (await rowsOf(client, TABLE)).length;
		expect(count).toBeGreaterThan(0);
		expect((await sweep(flow.host.example(FILE).id)).status).toBe('success');
		expect(await rowsOf(client, TABLE)).toHaveLength(count);

		const copy = await flow.host.importCopy(FILE, (workflow) => {
			workflow.name = 'OTP API, everything is old';
			for (const name of ['Start', 'Check']) {
				Object.assign(parametersOf(workflow, name), { path: `otp/copy/${name}` });
			}
			const text = JSON.stringify(parametersOf(workflow, 'Delete old rows'));
			expect(text).toContain('days: 1');
			Object.assign(
				parametersOf(workflow, 'Delete old rows'),
				JSON.parse(text.replace('days: 1', 'days: 0')),
			);
		});
		expect((await sweep(copy.id)).status).toBe('success');
		expect(await rowsOf(client, TABLE)).toEqual([]);
	});
}

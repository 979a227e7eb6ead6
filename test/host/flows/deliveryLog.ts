import axios from 'axios';
import type { IDataObject } from 'n8n-workflow';

import { account, antsLogin } from '../../providers/Ants/sandbox';
import { cmLogin } from '../../providers/VoiceOtpAdvanced/sandbox';
import { rowsOf } from './support/dataTable';
import type { FlowTest } from './support/flowTest';
import { eventually } from './support/wait';

const FILE = 'delivery-log';
const LOG = 'otp_deliveries';
const SUMMARY = 'otp_daily_summary';

export function deliveryLog(flow: FlowTest): void {
	/** The address that a user pastes into Notify URL or Callback URL. */
	const address = (trigger: string) => {
		const node = flow.host.example(FILE).nodes.find(({ name }) => name === trigger);
		const query = new URLSearchParams({ verificationToken: flow.host.setup.secret });
		return `${flow.host.n8n.url}/webhook/${node?.webhookId}/webhook?${query}`;
	};
	const options = (headers: Record<string, string>) => ({ headers, proxy: false as const });
	const text = async (mobile: string, callbackData: string) => {
		const { baseUrls } = flow.host.sandbox;
		const notifyUrl = address('ANTS SMS OTP Trigger');
		const body = { otcId: account.otcId, mobile, notifyUrl, callbackData };
		await axios.post(`${baseUrls.ants}/otp/requestOTP`, body, options(antsLogin));
	};
	const call = async (callee: string, instructionId: string) => {
		const { baseUrls } = flow.host.sandbox;
		const body = {
			...{ callee, caller: '+31201234567', code: '8301927465', 'instruction-id': instructionId },
			'callback-url': address('Voice OTP Advanced Trigger'),
		};
		await axios.post(`${baseUrls.cmVoice}/OTP`, body, options(cmLogin));
	};
	const logged = async (correlation: string): Promise<IDataObject> =>
		await eventually(
			async () =>
				(await rowsOf(flow.host.client, LOG)).find((row) => row.correlation === correlation),
			`the report ${correlation} is logged`,
		);

	it('logs the reports of both providers', async () => {
		const outcomes = { '66812347002': 'undelivered', '66812347003': 'notAnswered' } as const;
		await flow.whileConfigured({ outcomes, callbackDelay: 100 }, async () => {
			await text('66812347001', 'order 1');
			await text('66812347002', 'order 2');
			await call('+66812347003', 'order 3');
			await call('+66812347004', 'order 4');
		});
		const rows = await Promise.all([1, 2, 3, 4].map(async (n) => await logged(`order ${n}`)));
		expect(rows.map(({ channel, status }) => `${channel}: ${status}`)).toEqual([
			'text message: delivered',
			'text message: undelivered',
			'voice call: notAnswered',
			'voice call: finished',
		]);
		const codes = flow.host.sandbox.state.inbox
			.filter(({ to, kind }) => kind === 'sms' && to.startsWith('6681234700'))
			.map(({ code }) => code);
		for (const code of codes.filter((sent) => sent !== '')) {
			expect(rows.map(({ detail, status }) => `${detail} ${status}`).join()).not.toContain(code);
		}
	});

	it('updates the row when a message is reported twice', async () => {
		const report = (code: number, name: string) => ({
			callbackData: 'order 5',
			details: [{ messageId: 'message 5', to: '66812347005', status: { code, name } }],
		});
		const url = address('ANTS SMS OTP Trigger');
		await axios.post(url, report(1, 'PENDING'), options({}));
		expect(await logged('order 5')).toMatchObject({ status: 'pending' });
		await axios.post(url, report(3, 'DELIVERED'), options({}));
		await eventually(
			async () => ((await logged('order 5')).status === 'delivered' ? true : undefined),
			'the row is changed',
		);
		const rows = await rowsOf(flow.host.client, LOG);
		expect(rows.filter(({ reference }) => reference === 'message 5')).toHaveLength(1);
	});

	it('writes the summary on its schedule', async () => {
		const { client } = flow.host;
		const stored = flow.host.example(FILE);
		const schedule = stored.nodes.find(({ name }) => name === 'Every morning');
		const daily = schedule?.parameters.rule;
		const changeTo = async (rule: unknown) => {
			Object.assign(schedule?.parameters ?? {}, { rule });
			const { name, nodes, connections } = stored;
			await client.workflows.activate(
				await client.workflows.update(stored.id, { name, nodes, connections }),
			);
		};
		await changeTo({ interval: [{ field: 'seconds', secondsInterval: 2 }] });
		await eventually(
			async () => ((await rowsOf(client, SUMMARY)).length > 0 ? true : undefined),
			'the summary is made',
		);
		await changeTo(daily);

		const log = await rowsOf(client, LOG);
		const summary = (await rowsOf(client, SUMMARY)).slice(0, 4);
		const counted = Object.fromEntries(
			summary.map(({ channel, status, reports }) => [`${channel}: ${status}`, reports]),
		);
		expect(counted).toEqual({
			'text message: delivered': 2,
			'text message: undelivered': 1,
			'voice call: notAnswered': 1,
			'voice call: finished': 1,
		});
		expect(summary.reduce((sum, { reports }) => sum + Number(reports), 0)).toBe(log.length);
	});
}

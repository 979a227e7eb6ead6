import { REPORTED_CODE } from '../samples';
import type { TestedTrigger } from '../contract';

/** A delivery report as ANTS posts it; see docs/providers/ants.md. */
export const deliveryReport = (code: number, name: string) => ({
	bulkId: 'bulk 1',
	callbackData: 'order 1',
	details: [
		{
			messageId: 'message 1',
			to: '66812348001',
			text: `Your OTP is ${REPORTED_CODE}`,
			status: { code, name },
		},
	],
});

const item = { messageId: 'message 1', to: '66812348001', callbackData: 'order 1' };
const detail = {
	...{ messageId: 'm1', to: '66812345678', from: 'ANTS', text: 'Your OTP is \uE000', credit: 1 },
	...{ sendDate: '2024-01-01', doneDate: '2024-01-01' },
	status: { code: 3, name: 'DELIVERED', description: '' },
};
const undelivered = { ...detail, status: [{ code: '2', name: 'UNDELIVERED' }] };

export const trigger: TestedTrigger = {
	node: 'antsSmsOtpTrigger',
	options: (notifyUrl) => ({ notifyUrl, callbackData: 'order 1' }),
	usual: { status: 'delivered', to: '66812345678', callbackData: 'order 1' },
	reports: [
		{ body: deliveryReport(2, 'UNDELIVERED'), item: { ...item, status: 'undelivered' } },
		{ body: deliveryReport(3, 'DELIVERED'), item: { ...item, status: 'delivered' } },
	],
	documented: [
		{ bulkId: 'b1', details: [detail], callbackData: 'order 1' },
		{ bulkId: 'b1', details: [detail, undelivered] },
		{ detail: { ...detail, callbackData: 'order 1' } },
		detail,
		[{ details: [detail] }],
	],
	tellsCode: (body) =>
		/[\uE000-\uE003]/.test(
			JSON.stringify(body).replace(
				/"text":\["Your OTP is \uE000"(,"Your OTP is \uE000")?\]|"text":"Your OTP is \uE000"/g,
				'',
			),
		),
};

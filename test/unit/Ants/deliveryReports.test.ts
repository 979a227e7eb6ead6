import fc from 'fast-check';
import { readDeliveryReports, statusOptions } from '../../../nodes/Ants/deliveryReports';

const detail = {
	messageId: 'm-1',
	to: '66812345678',
	text: 'Your code is 123456',
	sendDate: '2026-01-02 03:04:05',
	doneDate: '2026-01-02 03:04:06',
	status: { code: 3, name: 'DELIVERED', description: 'Delivered' },
};
const report = {
	status: 'delivered',
	statusCode: 3,
	statusName: 'DELIVERED',
	statusDescription: 'Delivered',
	messageId: 'm-1',
	to: '66812345678',
	sendDate: '2026-01-02 03:04:05',
	doneDate: '2026-01-02 03:04:06',
	bulkId: 'b-1',
	callbackData: 'order 1',
	report: { ...detail, text: '******' },
};
const statusOf = (status: unknown) => readDeliveryReports({ details: [{ status }] })[0].status;

it('reads a report, and masks its text, which contains the code', () => {
	const body = { bulkId: 'b-1', callbackData: 'order 1', details: [detail] };
	expect(readDeliveryReports(body)).toEqual([report]);
});

it.each([
	['in a status', { details: [{ ...detail, status: { ...detail.status, text: detail.text } }] }],
	['in a list', { details: { inner: [[{ ...detail }]] } }],
	[
		'under a key called __proto__',
		JSON.parse(`{"details":{"__proto__":${JSON.stringify(detail)}}}`),
	],
])('masks a text %s', (_, body) => {
	const [{ report: whole }] = readDeliveryReports(body);
	expect(JSON.stringify(whole)).toContain('"text":"******"');
	expect(JSON.stringify(whole)).not.toContain('Your code');
});

it.each([
	['detail', { bulkId: 'b-1', callbackData: 'order 1', detail: [detail] }],
	['one that is not in a list', { bulkId: 'b-1', callbackData: 'order 1', details: detail }],
	['a list of bodies', [{ bulkId: 'b-1', callbackData: 'order 1', details: [detail] }, 'x']],
])('reads %s', (_, body) => {
	expect(readDeliveryReports(body)).toEqual([report]);
});

it('reads a report without a list around it, with its callback data', () => {
	const whole = { ...detail, bulkId: 'b-1', callbackData: 'order 1' };
	expect(readDeliveryReports(whole)).toEqual([{ ...report, report: { ...whole, text: '******' } }]);
	expect(readDeliveryReports({ messageId: 'm-2' })).toMatchObject([{ messageId: 'm-2' }]);
	expect(readDeliveryReports({ status: 'DELIVERED' })).toHaveLength(1);
});

it('prefers the callback data of the report, and the bulk ID beside the list', () => {
	const own = { ...detail, callbackData: 'own', bulkId: 'other' };
	const both = { bulkId: 'b-1', callbackData: 'order 1', details: [own, { status: [] }] };
	expect(
		readDeliveryReports(both).map(({ callbackData, bulkId }) => [callbackData, bulkId]),
	).toEqual([
		['own', 'b-1'],
		['order 1', 'b-1'],
	]);
	expect(readDeliveryReports({ details: [own] })[0].bulkId).toBe('other');
});

it('puts null for each missing field', () => {
	expect(readDeliveryReports({ details: [{ status: null }] })).toEqual([
		{
			status: 'unknown',
			statusCode: null,
			statusName: null,
			statusDescription: null,
			messageId: null,
			to: null,
			sendDate: null,
			doneDate: null,
			bulkId: null,
			callbackData: null,
			report: { status: null },
		},
	]);
});

it.each([
	[0, 'accepted'],
	[1, 'pending'],
	[2, 'undelivered'],
	[3, 'delivered'],
	[4, 'expired'],
	[5, 'rejected'],
	[6, 'completed'],
	[' 3 ', 'delivered'],
	[7, 'unknown'],
	[30, 'unknown'],
	['03', 'delivered'],
	['DELIVRD', 'delivered'],
	['UNDELIV', 'undelivered'],
])('translates status code %j to %s', (code, word) => {
	expect(statusOf({ code })).toBe(word);
	expect(statusOf([{ code }])).toBe(word);
});

it.each([
	['DELIVERED_TO_HANDSET', 'delivered'],
	[' undelivered', 'undelivered'],
	['REJECTED: blocked', 'rejected'],
	['Not delivered', 'undelivered'],
	['NotDelivered', 'undelivered'],
	['Delivery failed', 'undelivered'],
	['DeliveryFailed', 'undelivered'],
	['FAILED', 'undelivered'],
	['DELIVRD', 'delivered'],
	['UNDELIV', 'undelivered'],
	['UNDELIVERABLE_REJECTED_OPERATOR', 'undelivered'],
	['ACCEPTD', 'accepted'],
	['ENROUTE', 'pending'],
	['EXPIRED', 'expired'],
	['REJECTD', 'rejected'],
	['COMPLETED', 'completed'],
	['Delivery pending', 'unknown'],
	['Was undeliverable', 'unknown'],
	['To be delivered', 'unknown'],
	['Not accepted', 'unknown'],
	['Never expired', 'unknown'],
	['Not rejected', 'unknown'],
	['Not complete', 'unknown'],
	['', 'unknown'],
])('translates the name %j with an unknown code to %s', (name, word) => {
	expect(statusOf({ code: 42, name })).toBe(word);
	expect(statusOf({ name })).toBe(word);
	expect(statusOf(name)).toBe(word);
});

it('prefers the code over the name', () => {
	expect(statusOf({ code: 3, name: 'REJECTED' })).toBe('delivered');
});

it.each([
	['results', { results: [detail], bulkId: 'b-1', callbackData: 'order 1' }],
	['data', { data: { bulkId: 'b-1', callbackData: 'order 1', details: [detail] } }],
	['events', { events: [{ bulkId: 'b-1', callbackData: 'order 1', detail }] }],
])('reads a report under %s', (_, body) => {
	expect(readDeliveryReports(body)).toEqual([report]);
});

it.each([[undefined], [null], [''], [{}], [[]], [{ details: [] }], [{ details: [{}] }]])(
	'finds no report in %j, which says nothing',
	(body) => {
		expect(readDeliveryReports(body)).toEqual([]);
	},
);

it.each([[[null, 5]], ['x'], [{ other: 1 }], [{ details: ['x'] }]])(
	'reports %j as unknown, with the whole body',
	(body) => {
		expect(readDeliveryReports(body)).toMatchObject([{ status: 'unknown', report: body }]);
		expect(readDeliveryReports(body)).toHaveLength(1);
	},
);

it('masks what may be the code in a body that it does not understand', () => {
	const kept = { to: '66812345678', date: '2026-01-02 03:04:05', id: 'm-123456' };
	const masked = (sms: string) => readDeliveryReports({ ...kept, list: [[sms]] })[0].report;
	for (const [sms, shown] of [
		['Your code is 123456', 'Your code is ******'],
		['Code 4711 for +66812345678, valid 300 s', 'Code ****** for +66812345678, valid 300 s'],
		['4711\ncode', '******\ncode'],
	])
		expect(masked(sms)).toEqual({ ...kept, list: [[shown]] });
});

it('offers each status, sorted by name', () => {
	expect(statusOptions.map(({ value }) => value)).toEqual([
		'accepted',
		'completed',
		'delivered',
		'expired',
		'pending',
		'rejected',
		'undelivered',
		'unknown',
	]);
	for (const { name, value } of statusOptions) expect(name.toLowerCase()).toBe(value);
});

it('returns only offered statuses and masks texts for any JSON, and never throws', () => {
	const key = fc.constantFrom('details', 'status', 'code', 'name', 'messageId', 'text');
	const inner = fc.dictionary(key, fc.oneof(fc.jsonValue(), fc.dictionary(key, fc.jsonValue())));
	const body = fc.oneof(inner, fc.array(inner), fc.record({ details: fc.array(inner) }));
	const known = statusOptions.map(({ value }) => value);
	fc.assert(
		fc.property(body, (read) => {
			for (const { status, report: whole } of readDeliveryReports(read)) {
				expect(known).toContain(status);
				expect([undefined, '******']).toContain((whole as { text?: string }).text);
			}
		}),
	);
});

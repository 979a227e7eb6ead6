import fc from 'fast-check';
import { readStatus, STATUSES } from '../../../nodes/Ants/statusCodes';
import { readAnswer } from '../../../nodes/shared/answer/readAnswer';

const statusIn = (body: unknown) => readStatus(readAnswer(200, {}, JSON.stringify(body)));

/** The table of docs/providers/ants.md#status-codes, and what each means for Verify. */
const TABLE: Array<[code: string, english: string, thai: string, reason?: string]> = [
	['0000', 'Success', 'สำเร็จ'],
	['9999', 'Exception', 'ผิดพลาด'],
	['9998', 'Authentication failed', 'username or password ผิดพลาด'],
	['9996', 'Bad Request', 'คำสั่งไม่ถูกต้อง'],
	['9995', 'Credit not enough', 'เครดิตหมด'],
	['0301', 'Invalid OTP Config', 'ตั้งค่า OTP ไม่ถูกต้อง'],
	['0302', 'Number Prefix Missing', 'ไม่มีคำนำหน้า'],
	['0303', 'No Data Available OTP', 'ไม่พบข้อมูล OTP', 'notFound'],
	['0304', 'Over Limit Usage', 'กรอกข้อมูลเกินจำนวนครั้งที่กำหนด', 'tooManyAttempts'],
	['0305', 'OTP Code Expired', 'OTP Code หมดอายุ', 'expired'],
	['0306', 'OTP Code Confirmed', 'OTP Code ยืนยันตัวตนไปแล้ว', 'alreadyVerified'],
	['0307', 'Invalid Number', 'หมายเลขไม่ถูกต้อง'],
];

it('has the twelve documented statuses', () => {
	expect(STATUSES.map(({ code, english, thai, reason }) => [code, english, thai, reason])).toEqual(
		TABLE.map(([code, english, thai, reason]) => [code, english, thai, reason]),
	);
});

it('has advice for every status but success', () => {
	expect(STATUSES[0]).not.toHaveProperty('advice');
	for (const { advice } of STATUSES.slice(1)) expect(advice).toMatch(/^[A-Z].+\.$/);
});

describe.each(TABLE)('%s %s', (code, english, thai) => {
	const reported = { isError: true, status: expect.objectContaining({ code }) as unknown };

	it.each([
		['its code', { code }],
		['its code as a number', { code: Number(code) }],
		['its code with blanks', { code: ` ${code} ` }],
	])('is known by %s', (_, error) => {
		expect(statusIn({ error })).toEqual({ ...reported, message: '', description: '' });
	});

	it.each([
		['its English message', english],
		['its Thai message', thai],
		['its message in capitals', english.toUpperCase()],
		['its message with other blanks', `  ${english.replaceAll(' ', '  ')}\n`],
		['its code for a message', code],
	])('is known by %s', (_, message) => {
		const expected = { ...reported, message: message.trim(), description: '' };
		expect(statusIn({ error: { message } })).toEqual(expected);
		expect(statusIn({ error: { message, description: '' } })).toEqual(expected);
		expect(statusIn({ error: message })).toEqual(expected);
	});

	it('is recognized by its description if the message is another or blank', () => {
		for (const message of ['', 'Sorry'])
			expect(statusIn({ error: { message, description: english } })).toMatchObject(reported);
	});
});

it('prefers the code over the message, and uses the message if the code is blank', () => {
	const read = (code: unknown) =>
		statusIn({ error: { code, message: 'Over Limit Usage' } })?.status?.code;
	expect(['0305', '', ' ', null, 'E1', 12345, '4711'].map(read)).toEqual([
		'0305',
		'0304',
		'0304',
		'0304',
		'0304',
		'0304',
		'0304',
	]);
});

it('finds no status in blank text, or in a sentence that contains its message', () => {
	expect(statusIn({ error: { message: 'Unheard of', description: '' } })).toEqual({
		isError: true,
		status: undefined,
		message: 'Unheard of',
		description: '',
	});
	expect(statusIn({ error: { message: 'Not a Bad Request' } })?.status).toBeUndefined();
});

describe('readStatus', () => {
	it.each([
		['error', true],
		['status', false],
		['success', false],
	])('reads a status in %s', (place, isError) => {
		const expected = {
			isError,
			message: 'Success',
			status: expect.objectContaining({ code: '0000' }) as unknown,
		};
		expect(statusIn({ [place]: { message: 'Success' } })).toMatchObject(expected);
		expect(statusIn({ [place]: 'Success' })).toMatchObject(expected);
	});

	it('reads a status with only a description', () => {
		expect(statusIn({ error: { description: ' why ' } })).toEqual({
			isError: true,
			status: undefined,
			message: '',
			description: 'why',
		});
	});

	it('reads a status at the top level, which is not an error', () => {
		expect(statusIn({ code: '0305' })).toMatchObject({ isError: false, status: { code: '0305' } });
		expect(statusIn({ message: 'Hello ', description: ' you' })).toEqual({
			isError: false,
			status: undefined,
			message: 'Hello',
			description: 'you',
		});
	});

	it.each([
		[399, false],
		[400, true],
	])('reads a text instead of JSON, with HTTP status %j', (httpStatus, isError) => {
		expect(readStatus(readAnswer(httpStatus, {}, 'Exception'))).toMatchObject({
			isError,
			status: { code: '9999' },
		});
	});

	it('looks under error, status, success and at the top level, in this order', () => {
		const all = { error: '9996', status: '9995', success: '0000', code: '0301' };
		const found: Array<string | undefined> = [];
		for (const place of ['error', 'status', 'success', 'code'] as const) {
			found.push(statusIn(all)?.status?.code);
			delete (all as Record<string, unknown>)[place];
		}
		expect(found).toEqual(['9996', '9995', '0000', '0301']);
	});

	it.each([
		[{}],
		[[]],
		[[{ error: 'Exception' }]],
		[{ error: null, status: {}, success: [] }],
		[{ error: '', status: ' ', success: true }],
		[{ error: { message: 5, description: ['x'] } }],
		[{ status: { message: '', description: '' } }],
		[{ otpId: 'x', result: true }],
	])('finds no status in %j', (body) => {
		expect(statusIn(body)).toBeUndefined();
	});
});

it('never throws for any JSON', () => {
	const place = fc.constantFrom('error', 'status', 'success', 'code', 'message', 'description');
	const body = fc.dictionary(place, fc.oneof(fc.jsonValue(), fc.dictionary(place, fc.jsonValue())));
	fc.assert(
		fc.property(fc.oneof(body, fc.jsonValue()), (read) => {
			const reported = statusIn(read);
			if (reported === undefined) return;
			expect([
				typeof reported.isError,
				typeof reported.message,
				typeof reported.description,
			]).toEqual(['boolean', 'string', 'string']);
		}),
	);
});

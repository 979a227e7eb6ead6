import type { Answer } from '../shared/provider';
import { plainText, isRecord } from '../shared/values';

/** Why a code is right or not, in the words that Code: Verify of the voice nodes uses too. */
export type Reason =
	| 'match'
	| 'mismatch'
	| 'expired'
	| 'tooManyAttempts'
	| 'alreadyVerified'
	| 'notFound';

/** A status of ANTS (docs/providers/ants.md#status-codes), and what a user can do about it. */
export interface Status {
	code: string;
	english: string;
	thai: string;
	/** Set if the status is a result of Verify, not a refusal. */
	reason?: Reason;
	advice?: string;
}

/** All documented statuses, with their English and Thai messages. */
export const STATUSES: Status[] = [
	{ code: '0000', english: 'Success', thai: 'สำเร็จ' },
	{
		code: '9999',
		english: 'Exception',
		thai: 'ผิดพลาด',
		advice: 'Try again later. If it goes on, ask ANTS with the time of this run.',
	},
	{
		code: '9998',
		english: 'Authentication failed',
		thai: 'username or password ผิดพลาด',
		advice: 'Correct Username and Password in the ANTS API credential; n8n tests it when you save.',
	},
	{
		code: '9996',
		english: 'Bad Request',
		thai: 'คำสั่งไม่ถูกต้อง',
		advice:
			'Check the fields of the node: OTC ID, Mobile, and the options for the delivery report.',
	},
	{
		code: '9995',
		english: 'Credit not enough',
		thai: 'เครดิตหมด',
		advice: 'Top up the credit of your ANTS account, then run the workflow again.',
	},
	{
		code: '0301',
		english: 'Invalid OTP Config',
		thai: 'ตั้งค่า OTP ไม่ถูกต้อง',
		advice:
			'Check OTC ID against the OTP application in your ANTS account, and its configuration there.',
	},
	{
		code: '0302',
		english: 'Number Prefix Missing',
		thai: 'ไม่มีคำนำหน้า',
		advice:
			'Enter Mobile with its country code, e.g. +66 81 234 5678, and leave Send Number Unchanged off.',
	},
	{
		code: '0303',
		english: 'No Data Available OTP',
		thai: 'ไม่พบข้อมูล OTP',
		reason: 'notFound',
		advice: 'There is no such OTP. Check the ID, or request a new code.',
	},
	{
		code: '0304',
		english: 'Over Limit Usage',
		thai: 'กรอกข้อมูลเกินจำนวนครั้งที่กำหนด',
		reason: 'tooManyAttempts',
		advice: 'The limit of tries is reached. Request a new code, or wait before sending another.',
	},
	{
		code: '0305',
		english: 'OTP Code Expired',
		thai: 'OTP Code หมดอายุ',
		reason: 'expired',
		advice: 'Request a new code.',
	},
	{
		code: '0306',
		english: 'OTP Code Confirmed',
		thai: 'OTP Code ยืนยันตัวตนไปแล้ว',
		reason: 'alreadyVerified',
		advice: 'This code was already confirmed. Request a new one.',
	},
	{
		code: '0307',
		english: 'Invalid Number',
		thai: 'หมายเลขไม่ถูกต้อง',
		advice: 'Check Mobile: it is not a number that can receive SMS.',
	},
];

const plain = (text: string) => text.trim().replace(/\s+/g, ' ').toLowerCase();

const byText = new Map(
	STATUSES.flatMap((status) => [
		[plain(status.english), status],
		[plain(status.thai), status],
	]),
);
const byCode = new Map(STATUSES.map((status) => [status.code, status]));

/** Finds a status by its code as text or as a number; JSON numbers lose the leading zero. */
function statusOfCode(value: unknown): Status | undefined {
	const code = plainText(value);
	return code === '' ? undefined : byCode.get(code.padStart(4, '0'));
}

const statusOfText = (value: unknown) =>
	typeof value === 'string' ? (byText.get(plain(value)) ?? statusOfCode(value)) : undefined;

/** The status in an answer: under `error`, `status` or `success`, or at the top level (docs/providers/ants.md#answers). */
export interface ReportedStatus {
	/** Whether it is under `error`. */
	isError: boolean;
	status?: Status;
	message: string;
	description: string;
}

function statusIn(place: unknown, isError: boolean): ReportedStatus | undefined {
	if (typeof place === 'string' && place.trim() !== '')
		return { isError, status: statusOfText(place), message: place.trim(), description: '' };
	if (!isRecord(place)) return undefined;
	const { code, message, description } = place;
	const status = statusOfCode(code) ?? statusOfText(message) ?? statusOfText(description);
	const text = (value: unknown) => (typeof value === 'string' ? value.trim() : '');
	if (status === undefined && text(message) === '' && text(description) === '') return undefined;
	return { isError, status, message: text(message), description: text(description) };
}

/** Finds the status in an answer by its code, otherwise by its English or Thai message. */
export function readStatus({ status, body, text }: Answer): ReportedStatus | undefined {
	if (!isRecord(body)) return statusIn(text, status >= 400);
	return (
		statusIn(body.error, true) ??
		statusIn(body.status, false) ??
		statusIn(body.success, false) ??
		// Beside a result, other texts at the top may repeat the code that was typed.
		(body.result === undefined ? statusIn(body, false) : undefined)
	);
}

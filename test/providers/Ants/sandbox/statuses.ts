import type { Settings } from '../../../sandbox/settings';
import { Refusal } from '../../../sandbox/shared/refusal';

/** The twelve status codes of docs/providers/ants.md#status-codes, in the order of its table. */
export const ANTS_STATUSES = {
	'0000': { en: 'Success', th: 'สำเร็จ' },
	'9999': { en: 'Exception', th: 'ผิดพลาด' },
	'9998': { en: 'Authentication failed', th: 'username or password ผิดพลาด' },
	'9996': { en: 'Bad Request', th: 'คำสั่งไม่ถูกต้อง' },
	'9995': { en: 'Credit not enough', th: 'เครดิตหมด' },
	'0301': { en: 'Invalid OTP Config', th: 'ตั้งค่า OTP ไม่ถูกต้อง' },
	'0302': { en: 'Number Prefix Missing', th: 'ไม่มีคำนำหน้า' },
	'0303': { en: 'No Data Available OTP', th: 'ไม่พบข้อมูล OTP' },
	'0304': { en: 'Over Limit Usage', th: 'กรอกข้อมูลเกินจำนวนครั้งที่กำหนด' },
	'0305': { en: 'OTP Code Expired', th: 'OTP Code หมดอายุ' },
	'0306': { en: 'OTP Code Confirmed', th: 'OTP Code ยืนยันตัวตนไปแล้ว' },
	'0307': { en: 'Invalid Number', th: 'หมายเลขไม่ถูกต้อง' },
} as const;

export type AntsStatusCode = keyof typeof ANTS_STATUSES;

/**
 * An error of ANTS. Its body has no code, as in the documented example. The HTTP status is a setting, except for 9998,
 * which comes with 401.
 */
export function antsRefusal(
	{ antsErrorHttpStatus, antsErrorLanguage }: Settings,
	code: AntsStatusCode,
	description = '',
): Refusal {
	const error = { message: ANTS_STATUSES[code][antsErrorLanguage], description };
	return new Refusal(code === '9998' ? 401 : antsErrorHttpStatus, { error });
}

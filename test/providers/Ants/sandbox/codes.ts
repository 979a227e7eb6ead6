import { randomInt, randomUUID } from 'node:crypto';
import type { Settings } from '../../../sandbox/settings';
import { RecentMap } from '../../../sandbox/shared/recent';
import type { AntsStatusCode } from './statuses';

const REFERENCE_CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** The fields of a request for an OTP. */
export interface OtpRequest {
	otcId: string;
	mobile: string;
	notifyUrl?: string;
	callbackData?: string;
}

export interface Otp extends OtpRequest {
	otpId: string;
	code: string;
	referenceCode: string;
	/** Milliseconds since 1970. */
	expiresAt: number;
	wrongTries: number;
	confirmed: boolean;
}

/** The states of ANTS' codes: issued, tried, confirmed, expired, replaced. */
export class Codes {
	private readonly known = new RecentMap<string, Otp>();
	private readonly newest = new Map<string, string>();

	issue(request: OtpRequest, { antsCodeLifetime }: Settings): Otp {
		const otp: Otp = {
			...request,
			otpId: randomUUID(),
			code: randomInt(100_000).toString().padStart(5, '0'),
			referenceCode: Array.from(
				{ length: 5 },
				() => REFERENCE_CHARACTERS[randomInt(REFERENCE_CHARACTERS.length)],
			).join(''),
			expiresAt: Date.now() + antsCodeLifetime * 1000,
			wrongTries: 0,
			confirmed: false,
		};
		this.known.set(otp.otpId, otp);
		this.newest.set(otp.otcId, otp.otpId);
		return otp;
	}

	find({ otpId, otcId }: { otpId?: unknown; otcId?: unknown }): Otp | undefined {
		const id = otpId ?? this.newest.get(otcId as string);
		return this.known.get(id as string);
	}

	/**
	 * Resends an OTP with the same mobile and callback, and with a new code and otpId, because the documented answer to
	 * resendOTP has its own otpId. The old one is void.
	 */
	replace({ otpId, otcId, mobile, notifyUrl, callbackData }: Otp, settings: Settings): Otp {
		this.known.delete(otpId);
		return this.issue({ otcId, mobile, notifyUrl, callbackData }, settings);
	}

	/** Whether the code is right, or the status that prevents the comparison. */
	verify(otp: Otp, code: string, { antsMaxTries }: Settings): boolean | AntsStatusCode {
		if (otp.confirmed) return '0306';
		if (otp.wrongTries >= antsMaxTries) return '0304';
		if (otp.expiresAt <= Date.now()) return '0305';
		otp.confirmed = otp.code === code;
		if (!otp.confirmed) otp.wrongTries++;
		return otp.confirmed;
	}

	clear(): void {
		this.known.clear();
		this.newest.clear();
	}
}

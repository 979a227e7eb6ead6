import type { FastifyRequest } from 'fastify';
import { basicAuthorization, readBody } from '../../sandbox/providers/http';
import type { PlayedProvider, ProviderSandbox } from '../../sandbox/providers/provider';
import type { Refusal } from '../../sandbox/shared/refusal';
import type { Fields, JsonObject } from '../../sandbox/shared/validate';
import type { State } from '../../sandbox/state';
import { Codes } from './sandbox/codes';
import type { Otp, OtpRequest } from './sandbox/codes';
import { requestFields, resendFields, verifyFields } from './sandbox/fields';
import { ANTS_OUTCOMES, deliveryReport } from './sandbox/report';
import { settings } from './sandbox/settings';
import { ANTS_STATUSES, antsRefusal } from './sandbox/statuses';
import type { AntsStatusCode } from './sandbox/statuses';

/** `otcId` is the OTP application in ANTS' documented example. */
export const account = {
	username: 'sandbox',
	password: 'sandbox-ants-password',
	otcId: '0DC8E7AD-0168-440C-AF10-BF556B164D83',
};

/** The header that logs a request in. */
export const antsLogin = { Authorization: basicAuthorization(account) };

export const sandbox: ProviderSandbox = {
	name: 'ants',
	label: 'ANTS SMS OTP',
	color: '#b3471b',
	basePath: '/ants',
	loginHeaders: ['authorization'],
	account,
	settings,
	statuses: Object.keys(ANTS_STATUSES),
	play: (state) => new Ants(state),
};

/** ANTS SMS OTP (docs/providers/ants.md). */
class Ants implements PlayedProvider {
	readonly routes = {
		'POST /otp/requestOTP': (request: FastifyRequest) => this.requestOtp(request),
		'POST /otp/resendOTP': (request: FastifyRequest) => this.resendOtp(request),
		'POST /otp/verifyOTP': (request: FastifyRequest) => this.verifyOtp(request),
		'POST /account/balance': (request: FastifyRequest) => this.balance(request),
	};
	private readonly codes = new Codes();
	private sent = 0;

	constructor(private readonly state: State) {}

	refusal(status: number, reason: string): Refusal {
		return this.error(status === 415 ? '9999' : '9996', reason);
	}

	recipientsOf(body: JsonObject): string[] {
		const mobile = body.mobile ?? this.codes.find(body)?.mobile;
		return typeof mobile === 'string' ? [mobile] : [];
	}

	expireLogin(): void {
		throw this.error('9998');
	}

	answerStatus(code: string): void {
		if (code !== '0000') throw this.error(code as AntsStatusCode);
	}

	clear(): void {
		this.codes.clear();
		this.sent = 0;
	}

	private requestOtp(request: FastifyRequest): object {
		const wanted = this.read(request, requestFields) as unknown as OtpRequest;
		if (wanted.otcId !== account.otcId) throw this.error('0301');
		if (wanted.mobile.startsWith('0')) throw this.error('0302');
		if (!/^\d{8,15}$/.test(wanted.mobile)) throw this.error('0307');
		this.checkCredit();
		return this.send(this.codes.issue(wanted, this.state.settings));
	}

	private resendOtp(request: FastifyRequest): object {
		const given = this.read(request, resendFields);
		if ('otcId' in given === 'otpId' in given) {
			throw this.error('9996', 'Either otcId or otpId is required');
		}
		if ('otcId' in given && given.otcId !== account.otcId) throw this.error('0301');
		const otp = this.codes.find(given);
		if (!otp) throw this.error('0303');
		if (otp.confirmed) throw this.error('0306');
		this.checkCredit();
		return this.send(this.codes.replace(otp, this.state.settings));
	}

	private verifyOtp(request: FastifyRequest): object {
		const { otpId, otpCode } = this.read(request, verifyFields);
		const otp = this.codes.find({ otpId });
		if (!otp) throw this.error('0303');
		const result = this.codes.verify(otp, otpCode as string, this.state.settings);
		if (typeof result === 'string') throw this.error(result);
		// ANTS' documented example has the leading space of the second key.
		return { otpId, result, ' isErrorCount': !result, isExprCode: false };
	}

	private balance(request: FastifyRequest): object {
		this.read(request, {}, '{}');
		return { type: 'PREPAID', credit: this.state.settings.antsCredit - this.sent };
	}

	private send(otp: Otp): object {
		const { otcId, otpId, referenceCode, code, mobile: to } = otp;
		const { settings, callbacks } = this.state;
		const outcome = this.state.outcomeFor(to, ANTS_OUTCOMES);
		const message = `Your OTP is ${code} (Ref: ${referenceCode})`;
		const arrived = outcome === 'delivered';
		this.sent++;
		this.state.accept({
			...{ kind: 'sms', id: otpId, provider: sandbox.name, to, referenceCode, outcome },
			...{ code: arrived ? code : '', text: arrived ? message : '' },
			at: new Date().toISOString(),
		});
		if (otp.notifyUrl !== undefined) {
			callbacks.schedule(otpId, deliveryReport(otp, message, outcome), settings.callbackDelay);
		}
		const status = { message: 'success', description: '' };
		return { otcId, otpId, referenceCode, [settings.antsStatusKey]: status };
	}

	private checkCredit(): void {
		if (this.sent >= this.state.settings.antsCredit) throw this.error('9995');
	}

	/** Checks the login first, then the Content-Type, then the body. */
	private read(request: FastifyRequest, fields: Fields, whenEmpty = ''): JsonObject {
		if (request.headers.authorization !== antsLogin.Authorization) {
			throw this.error('9998');
		}
		return readBody(
			request,
			fields,
			({ about, reason }) => this.error(about === 'contentType' ? '9999' : '9996', reason),
			whenEmpty,
		);
	}

	private error(code: AntsStatusCode, description?: string): Refusal {
		return antsRefusal(this.state.settings, code, description);
	}
}

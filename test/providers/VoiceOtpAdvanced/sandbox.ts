import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { basicAuthorization, readBody } from '../../sandbox/providers/http';
import type { PlayedProvider, ProviderSandbox } from '../../sandbox/providers/provider';
import { Refusal } from '../../sandbox/shared/refusal';
import { oneOf } from '../../sandbox/shared/validate';
import type { JsonObject } from '../../sandbox/shared/validate';
import type { State } from '../../sandbox/state';
import { CM_OUTCOMES, finishedCall, heardBy } from './sandbox/call';
import { isE164, otpFields } from './sandbox/fields';
import type { OtpInstruction } from './sandbox/fields';

declare module '../../sandbox/settings' {
	interface Settings {
		/** Whether the account may use premium voices (`voice.premium`). */
		cmPremiumAnswer: 'accept' | 'refuse';
	}
}

export const account = {
	productToken: 'sandbox-cm-product-token',
	bearerToken: 'sandbox-cm-gateway-token',
	username: 'sandbox',
	password: 'sandbox-cm-password',
};

/** The header that logs a request in. */
export const cmLogin = { 'X-CM-PRODUCTTOKEN': account.productToken };

export const sandbox: ProviderSandbox = {
	name: 'cmVoice',
	label: 'Voice OTP Advanced',
	color: '#2b50b8',
	basePath: '/cm/voiceapi/v2',
	loginHeaders: ['x-cm-producttoken', 'authorization'],
	account,
	settings: { cmPremiumAnswer: { initial: 'accept', check: oneOf('accept', 'refuse') } },
	play: (state) => new CmVoice(state),
};

/** Voice OTP Advanced: the OTP app of CM.com's Voice API (docs/providers/cm.md). */
class CmVoice implements PlayedProvider {
	readonly routes = {
		'POST /OTP': (request: FastifyRequest) => this.otp(request),
	};

	constructor(private readonly state: State) {}

	refusal(status: number, message: string): Refusal {
		return new Refusal(status, { message });
	}

	recipientsOf({ callee, callees }: JsonObject): string[] {
		return [callee, callees]
			.flat()
			.filter((to) => typeof to === 'string')
			.map(digits);
	}

	expireLogin(): void {
		throw this.refusal(401, 'Unauthorized');
	}

	clear(): void {
		// The sandbox keeps no instructions.
	}

	private otp(request: FastifyRequest): object {
		// The login is checked before the body, so that an empty body tests the login at no cost.
		this.checkLogin(request);
		const instruction = this.read(request);
		const callees = this.calleesOf(instruction);
		if (instruction.voice?.premium && this.state.settings.cmPremiumAnswer === 'refuse') {
			throw this.refusal(400, 'voice.premium is not enabled for this account');
		}
		const heard = heardBy(instruction);
		const events = callees.map((callee) => this.queue(instruction, callee, heard));
		return typeof instruction.callee === 'string' ? events[0] : events;
	}

	/** Refuses a wrong login even beside a right one. */
	private checkLogin({ headers }: FastifyRequest): void {
		const { authorization, 'x-cm-producttoken': token } = headers;
		const { productToken, bearerToken } = account;
		const right = [`Bearer ${bearerToken}`, basicAuthorization(account)];
		const tokenRight = token === undefined || token === productToken;
		const authorizationRight = authorization === undefined || right.includes(authorization);
		const any = token !== undefined || authorization !== undefined;
		if (!any || !tokenRight || !authorizationRight) throw this.refusal(401, 'Unauthorized');
	}

	private read(request: FastifyRequest): OtpInstruction {
		return readBody(request, otpFields, ({ about, reason }) =>
			this.refusal(about === 'contentType' ? 415 : 400, reason),
		) as OtpInstruction;
	}

	private calleesOf(instruction: OtpInstruction): string[] {
		const callee = instruction.callee ?? undefined;
		const callees = instruction.callees ?? undefined;
		if ((callee === undefined) === (callees === undefined)) {
			throw this.refusal(400, 'either callee or callees is required');
		}
		const all = callees ?? [callee as string];
		const right = all.filter(isE164);
		const wrong = all.find((number) => !isE164(number));
		// An invalid callee is skipped only if others remain: a single one, or a list of invalid ones, is refused.
		const skips = instruction['disable-callees-validation'] === true && right.length > 0;
		if (wrong !== undefined && !skips) {
			throw this.refusal(
				400,
				`${callees ? 'callees' : 'callee'} must be in E.164 format: ${wrong}`,
			);
		}
		if (right.length === 0) throw this.refusal(400, 'callees must have at least one number');
		return right;
	}

	private queue(instruction: OtpInstruction, callee: string, heard: string[]): object {
		const { caller, code, 'instruction-id': given, 'callback-url': url } = instruction;
		const callId = randomUUID();
		const instructionId = given ?? null;
		const to = digits(callee);
		const outcome = this.state.outcomeFor(to, CM_OUTCOMES);
		const answered = outcome === 'finished';
		this.state.accept({
			...{ kind: 'call', id: callId, provider: sandbox.name, to, caller, outcome },
			...{ code: answered ? code : '', heard: answered ? heard : [] },
			at: new Date().toISOString(),
		});
		if (url) {
			const body = (final: typeof outcome) => finishedCall(callId, instructionId, final);
			this.state.callbacks.schedule(
				callId,
				{ url, outcome, body },
				this.state.settings.callbackDelay,
			);
		}
		return {
			...{ type: 'call-queued', 'call-id': callId, 'instruction-id': instructionId },
			...{ caller, callee, success: true },
		};
	}
}

function digits(number: string): string {
	return number.replace(/\D/g, '');
}

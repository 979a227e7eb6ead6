import type { IDataObject } from 'n8n-workflow';
import { create as antBuddyCall } from '../../nodes/AntBuddyVoiceOtp/call/create.operation';
import { antBuddy } from '../../nodes/AntBuddyVoiceOtp/provider';
import { request } from '../../nodes/AntsSmsOtp/otp/request.operation';
import { resend } from '../../nodes/AntsSmsOtp/otp/resend.operation';
import { verify } from '../../nodes/AntsSmsOtp/otp/verify.operation';
import { ants } from '../../nodes/AntsSmsOtp/provider';
import type { Operation } from '../../nodes/shared/operation';
import type { Provider } from '../../nodes/shared/provider';
import { create as cmCall } from '../../nodes/VoiceOtpAdvanced/call/create.operation';
import { cmVoice } from '../../nodes/VoiceOtpAdvanced/provider';
import { failureOf } from './support/failure';
import { execute } from './support/operation';

// A workflow written by hand, or by a program, may lack what the panel always has.
it.each<[Operation, Provider, IDataObject, string]>([
	[antBuddyCall, antBuddy, {}, 'Phone Number is empty'],
	[request, ants, {}, 'OTC ID is empty'],
	[request, ants, { otcId: 'OTC-1' }, 'Mobile is empty'],
	[resend, ants, {}, 'OTC ID is empty'],
	[resend, ants, { resendBy: 'otpId' }, 'OTP ID is empty'],
	[verify, ants, {}, 'OTP ID is empty'],
	[verify, ants, { otpId: 'OTP-1' }, 'OTP Code is empty'],
	[cmCall, cmVoice, {}, 'Caller is empty'],
])(
	'%#: is not tried without a field it needs',
	async (operation, provider, parameters, message) => {
		const failure = await failureOf(async () => await execute(operation, provider, { parameters }));
		expect(failure).toMatchObject({ message, outcome: 'notSent' });
	},
);

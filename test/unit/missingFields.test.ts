import type { IDataObject } from 'n8n-workflow';
import { create as antBuddyCall } from '../../nodes/AntBuddy/call/create.operation';
import { antBuddy } from '../../nodes/AntBuddy/provider';
import { request } from '../../nodes/Ants/otp/request.operation';
import { resend } from '../../nodes/Ants/otp/resend.operation';
import { verify } from '../../nodes/Ants/otp/verify.operation';
import { ants } from '../../nodes/Ants/provider';
import { create as cmCall } from '../../nodes/VoiceOtpAdvanced/call/create.operation';
import { cmVoice } from '../../nodes/VoiceOtpAdvanced/provider';
import type { Operation } from '../../nodes/shared/items/operation';
import type { Provider } from '../../nodes/shared/provider';
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
	'%#: sends nothing without a required field',
	async (operation, provider, parameters, message) => {
		const failure = await failureOf(async () => await execute(operation, provider, { parameters }));
		expect(failure).toMatchObject({ message, outcome: 'notSent' });
	},
);

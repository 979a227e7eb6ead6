import type { TestedTrigger } from '../contract';

/** A callback as CM.com posts it; see docs/providers/cm.md. */
export const finishedCall = (code: number, description: string) => ({
	caller: '+31201234567',
	callee: '+66812348002',
	'call-id': 'call 1',
	'instruction-id': 'order 1',
	result: { code, description },
});

const item = {
	...{ callId: 'call 1', instructionId: 'order 1' },
	...{ callerNumber: '+31201234567', phoneNumber: '+66812348002' },
};
const event = {
	...{ type: 'call-finished', 'call-id': 'c1', 'instruction-id': 'order 1' },
	...{ caller: '+31201234567', callee: '+66812345678' },
	result: { code: 10, description: 'Finished', 'sip-disconnect-code': 200 },
};

export const trigger: TestedTrigger = {
	node: 'voiceOtpAdvancedTrigger',
	options: (callbackUrl) => ({ callbackUrl, instructionId: 'order 1' }),
	usual: { status: 'finished', code: 10, instructionId: 'order 1' },
	reports: [
		{ body: finishedCall(9, 'Cancelled'), item: { ...item, status: 'notAnswered' } },
		{ body: finishedCall(10, 'Finished'), item: { ...item, status: 'finished' } },
	],
	documented: [event, [event, { ...event, result: { code: '9' } }], { ...event, result: 12 }],
	// The documented callback has no field that could contain the code.
	tellsCode: () => true,
};

import { choice, text, webAddress, wholeNumber, yesOrNo } from '../../shared/fields/kinds';

export const disableCalleesValidation = yesOrNo({
	displayName: 'Disable Callees Validation',
	name: 'disableCalleesValidation',
	wire: 'disable-callees-validation',
	type: 'boolean',
	default: false,
	description: 'Whether to pass over invalid recipients instead of refusing all of them',
	hint: 'A recipient that is passed over is not called and has no output item',
});

/** The optional fields of a call. */
export const callOptions = [
	yesOrNo({
		displayName: 'Anonymous',
		name: 'anonymous',
		wire: 'anonymous',
		type: 'boolean',
		default: false,
		description: 'Whether to hide the caller’s number from the called person',
	}),
	yesOrNo({
		displayName: 'Auto Replay',
		name: 'autoReplay',
		wire: 'auto-replay',
		type: 'boolean',
		default: false,
		description: 'Whether to replay the code without the called person pressing 1',
	}),
	webAddress({
		displayName: 'Callback URL',
		name: 'callbackUrl',
		wire: 'callback-url',
		type: 'string',
		default: '',
		placeholder: 'e.g. {{ $execution.resumeUrl }}',
		description:
			'The address that is told how the call ended: that of a Voice OTP Advanced Trigger, or {{ $execution.resumeUrl }} with a Wait node right after this node',
	}),
	disableCalleesValidation,
	text({
		displayName: 'Instruction ID',
		name: 'instructionId',
		wire: 'instruction-id',
		maxLength: 64,
		type: 'string',
		default: '',
		placeholder: 'e.g. order-1234',
		description:
			'A text of up to 64 characters that comes back in the callback and in the call record',
	}),
	wholeNumber({
		displayName: 'Max Replays',
		name: 'maxReplays',
		wire: 'max-replays',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 3 },
		default: 0,
		description: 'How many times the code can be replayed, from 0 to 3',
	}),
	wholeNumber({
		displayName: 'Max Ringing Timeout (Seconds)',
		name: 'maxRingingTimeout',
		wire: 'max-ringing-timeout',
		type: 'number',
		typeOptions: { minValue: 10, maxValue: 60 },
		default: 60,
		description: 'How long to wait for the person to answer, from 10 to 60',
	}),
	choice({
		displayName: 'Voicemail Response',
		name: 'voicemailResponse',
		wire: 'voicemail-response',
		type: 'options',
		default: 'Ignore',
		description:
			'What to do when a voicemail answers. CM.com says that detection is not available for OTP calls.',
		options: [
			{ name: 'Ignore', value: 'Ignore' },
			{ name: 'Restart', value: 'Restart' },
			{ name: 'Stop', value: 'Stop' },
		],
	}),
];

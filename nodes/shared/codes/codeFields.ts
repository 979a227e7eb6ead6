import type { INodeProperties, INodePropertyOptions, NodeHint } from 'n8n-workflow';

export const DEFAULT_LENGTH = 6;

/** Seconds; NIST SP 800-63B-4 voids a code after 10 minutes. */
export const DEFAULT_EXPIRY = 300;

/** Options of operations that send a code. */
export const codeOptions: INodeProperties[] = [
	{
		displayName: 'Code Length',
		name: 'codeLength',
		type: 'number',
		typeOptions: { minValue: 4, maxValue: 10 },
		default: DEFAULT_LENGTH,
		description: 'Number of digits of a generated code, from 4 to 10',
	},
	{
		displayName: 'Expires In (Seconds)',
		name: 'expiresIn',
		type: 'number',
		typeOptions: { minValue: 30, maxValue: 600 },
		default: DEFAULT_EXPIRY,
		description: 'How long Code: Verify accepts the code, from 30 to 600',
	},
];

/** Where the code comes from; a provider that makes codes up itself adds that as one more source. */
export const codeSourceField = (...more: INodePropertyOptions[]): INodeProperties => ({
	displayName: 'Code Source',
	name: 'codeSource',
	type: 'options',
	default: 'generate',
	description: 'Where the code that is read out comes from',
	options: [
		{
			name: 'Generate a Code',
			value: 'generate',
			description: 'A random code that only the called person learns; check it with Code: Verify',
		},
		{
			name: 'Use Own Code',
			value: 'own',
			description: 'A code from an earlier step of the workflow',
		},
		...more,
	],
});

/** The field for the code where Code Source is `own`. */
export const ownCodeField = (description: string): INodeProperties => ({
	displayName: 'Code',
	name: 'code',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. {{ $json.code }}',
	description,
	displayOptions: { show: { codeSource: ['own'] } },
});

/** Not a hint of the field: n8n shows none below an expression, and own codes mostly come from one. */
export const ownCodeHint: NodeHint = {
	type: 'info',
	message:
		'n8n stores your own code with the execution. To keep codes out of n8n, set Code Source to Generate a Code.',
	displayCondition:
		'={{ $parameter["resource"] === "call" && $parameter["operation"] === "create" && $parameter["codeSource"] === "own" }}',
	whenToDisplay: 'beforeExecution',
	location: 'outputPane',
};

import type { INodePropertyOptions, NodeHint } from 'n8n-workflow';
import type { Field } from '../fields/field';
import { choice, text, wholeNumber } from '../fields/kinds';

/** Characters: CM.com's limit, the only documented one. */
export const LONGEST_CODE = 64;

export const codeLength = wholeNumber({
	displayName: 'Code Length',
	name: 'codeLength',
	type: 'number',
	typeOptions: { minValue: 4, maxValue: 10 },
	default: 6,
	description: 'Number of digits of a generated code, from 4 to 10',
});

/** NIST SP 800-63B-4 voids a code after 10 minutes. */
export const expiresIn = wholeNumber({
	displayName: 'Expires In (Seconds)',
	name: 'expiresIn',
	type: 'number',
	typeOptions: { minValue: 30, maxValue: 600 },
	default: 300,
	description: 'How long Code: Verify accepts the code, from 30 to 600',
});

/** Options of operations that send a code. */
export const codeOptions = [codeLength, expiresIn];

/** Where a code comes from, and the one that the user gives. */
export interface CodeFields {
	codeSource: Field<string>;
	ownCode: Field<string>;
}

/**
 * The fields of an operation that sends a code.
 *
 * @param wire the provider's name of the code
 * @param more sources besides, for a provider that makes codes up itself
 */
export const codeFields = (
	wire: string,
	description: string,
	...more: INodePropertyOptions[]
): CodeFields => ({
	codeSource: choice({
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
	}),
	ownCode: text({
		displayName: 'Code',
		name: 'code',
		wire,
		maxLength: LONGEST_CODE,
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. {{ $json.code }}',
		description,
		displayOptions: { show: { codeSource: ['own'] } },
	}),
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

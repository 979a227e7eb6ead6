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

/** At most 600: a code expires after 10 minutes in NIST SP 800-63B-4. */
export const expiresIn = wholeNumber({
	displayName: 'Expires In (Seconds)',
	name: 'expiresIn',
	type: 'number',
	typeOptions: { minValue: 30, maxValue: 600 },
	default: 300,
	description: 'How long Code: Verify accepts the code, from 30 to 600',
});

/** The options of every operation that sends a code. */
export const codeOptions = [codeLength, expiresIn];

/** The fields for the source of the code and for the user's own code. */
export interface CodeFields {
	codeSource: Field<string>;
	ownCode: Field<string>;
}

/**
 * The code fields of an operation that sends a code.
 *
 * @param wire the name of the code in the request
 * @param more additional sources, for a provider that generates codes itself
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

/** A hint of the node: n8n shows no hint below a field with an expression, and own codes mostly come from one. */
export const ownCodeHint: NodeHint = {
	type: 'info',
	message:
		'n8n stores your own code with the execution. To keep codes out of n8n, set Code Source to Generate a Code.',
	displayCondition:
		'={{ $parameter["resource"] === "call" && $parameter["operation"] === "create" && $parameter["codeSource"] === "own" }}',
	whenToDisplay: 'beforeExecution',
	location: 'outputPane',
};

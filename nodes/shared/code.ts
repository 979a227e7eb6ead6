import { randomInt } from 'node:crypto';
import type { INodeProperties, INodePropertyOptions, NodeHint } from 'n8n-workflow';
import { createChallenge } from './challenge';
import { oneOf, requiredText, wholeNumber } from './fields';
import type { Field } from './fields';
import type { Item } from './item';

const DEFAULT_LENGTH = 6;
/** Seconds; NIST SP 800-63B-4 voids a code after 10 minutes. */
const DEFAULT_EXPIRY = 300;
/** CM.com's limit, the only documented one. */
const LONGEST_CODE = 64;

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

/** A code on its way to a recipient. */
export interface IssuedCode {
	/** To be put into the request and nowhere else. */
	code: string;
	/** What the output says of it, for one recipient. */
	proofFor(e164: string): Promise<{
		phoneNumber: string;
		challenge: string;
		expiresAt: string;
		codeLength: number;
	}>;
}

/** A code of that many digits from a cryptographic generator; leading zeros are part of it. */
export const generateCode = (length: number): string =>
	Array.from({ length }, () => randomInt(10)).join('');

/** What counts of a code: spaces and dashes, which people add as they read or type it, do not. */
export const significant = (code: string): string => code.replace(/[\s\p{Pd}\p{Cf}]/gu, '');

/** Where the code comes from; throws where an expression yields none of these sources. */
export function codeSourceOf(item: Item, sources: string[]): string {
	const field = { name: 'Code Source', value: item.parameter('codeSource', '') };
	return oneOf(item, field, sources) ?? 'generate';
}

/** A code that somebody wrote or typed, as it is; throws where nothing of it counts. */
export function requiredCode(item: Item, field: Field): string {
	const code = requiredText(item, field, LONGEST_CODE);
	if (significant(code) !== '') return code;
	throw item.invalid(
		`${field.name} holds nothing but spaces and dashes`,
		'Enter a code with at least one digit or letter.',
	);
}

function codeOf(item: Item): string {
	if (codeSourceOf(item, ['generate', 'own']) === 'generate') {
		const field = { name: 'Code Length', value: item.options.codeLength };
		return generateCode(wholeNumber(item, field, 4, 10) ?? DEFAULT_LENGTH);
	}
	return requiredCode(item, { name: 'Code', value: item.parameter('code', '') });
}

/**
 * Makes or takes the code of an item and hides it from everything the node puts out.
 *
 * @throws NodeOperationError where the code, its length or its expiry is out of its limits
 */
export function issueCode(item: Item): IssuedCode {
	const code = codeOf(item);
	item.hide(code);
	item.hide(significant(code));
	const field = { name: 'Expires In', value: item.options.expiresIn };
	const expiresIn = wholeNumber(item, field, 30, 600) ?? DEFAULT_EXPIRY;
	const expiry = Math.floor(Date.now() / 1000) + expiresIn;
	return {
		code,
		proofFor: async (e164) => ({
			phoneNumber: e164,
			challenge: await createChallenge(item.secret, {
				phoneNumber: e164,
				expiry,
				code: significant(code),
			}),
			expiresAt: new Date(expiry * 1000).toISOString(),
			codeLength: [...significant(code)].length,
		}),
	};
}

import type { IDataObject, NodeHint } from 'n8n-workflow';
import { asTyped } from '../fields/field';
import { optionsField } from '../fields/groups';
import { text, wholeNumber } from '../fields/kinds';
import type { Item } from '../items/item';
import type { Operation } from '../items/operation';
import { plainText } from '../values';
import { countAttempt } from './attempts';
import { verifyChallenge } from './challenge';
import { LONGEST_CODE } from './codeFields';
import { requiredCode } from './typedCode';
import { verdictOutputs } from './verdictOutputs';

/** The default in saved workflows; with this value the node counts attempts itself. */
const ROUND_OF_LOOP = '={{ $runIndex + 1 }}';

const challenge = asTyped({
	displayName: 'Challenge',
	name: 'challenge',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. {{ $json.challenge }}',
	description: 'The challenge that Call: Create put out when it sent the code',
});

const typedCode = text({
	displayName: 'Code',
	name: 'code',
	maxLength: LONGEST_CODE,
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. {{ $json.code }}',
	description: 'The code the person typed, in digits of any script or letters in either case',
});

const attempt = wholeNumber({
	displayName: 'Attempt',
	name: 'attempt',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: ROUND_OF_LOOP,
	description:
		'Which try this is, starting with 1. Unless you set it, tries are counted for each challenge within one execution.',
});

const maxAttempts = wholeNumber({
	displayName: 'Max Attempts',
	name: 'maxAttempts',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 3,
	description: 'How many tries a person has before even the right code is refused',
});

/** The attempt that the user set; undefined if the node counts attempts itself. */
function givenAttempt(item: Item): number | undefined {
	if (item.isDefault(attempt)) return undefined;
	const given = attempt.read(item, item.options.attempt);
	if (given !== undefined) return given;
	throw item.invalid(
		'Attempt is empty',
		'Check the expression in Attempt, or remove the option: attempts are then counted for each challenge.',
	);
}

async function execute(item: Item): Promise<IDataObject> {
	const allowed = item.option(maxAttempts);
	const given = givenAttempt(item);
	const typed = requiredCode(item, typedCode);
	const sealed = plainText(item.read(challenge));
	const compare = async () => {
		const verdict = await verifyChallenge(item.secret, sealed, typed);
		const isGenuine = verdict.reason !== 'malformed';
		const counted = () =>
			isGenuine
				? countAttempt(item.nodeContext, sealed)
				: // Nothing is counted for it, but a loop that asks again has to end.
					Math.min(item.runIndex + 1, allowed);
		const current = given ?? counted();
		const reason = current > allowed ? 'tooManyAttempts' : verdict.reason;
		return {
			verified: reason === 'match',
			reason,
			phoneNumber: verdict.phoneNumber ?? null,
			attemptsLeft: Math.max(0, allowed - current),
		};
	};
	// A Retry counts no attempt again.
	return await item.once(sealed, compare, typed);
}

/** A hint of the node: n8n shows no hint below a field with an expression, and this field's default is one. */
export const attemptHint: NodeHint = {
	type: 'info',
	message:
		'Tries are counted within one execution. Where every try is an execution of its own, set Attempt under Options, or guesses have no limit.',
	displayCondition:
		'={{ $parameter["resource"] === "code" && $parameter["operation"] === "verify" && !$parameter["options"]?.attempt }}',
	whenToDisplay: 'beforeExecution',
	location: 'outputPane',
};

/**
 * Code: Verify for providers that deliver codes but do not verify them. It compares the typed code with the
 * challenge from Call: Create and makes no request. Every result of the comparison is an output, never an error.
 */
export const verify: Operation = {
	value: 'verify',
	name: 'Verify',
	action: 'Verify a code',
	description: 'Check the code a person typed against the challenge from Call: Create',
	fields: [challenge, typedCode, optionsField([attempt, maxAttempts])],
	outputs: verdictOutputs,
	execute,
};

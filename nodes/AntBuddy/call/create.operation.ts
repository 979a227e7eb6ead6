import type { IDataObject, NodeHint } from 'n8n-workflow';
import { EMPTY_BODY } from '../../shared/answer/readAnswer';
import { issueCode } from '../../shared/codes/code';
import { codeFields, codeOptions } from '../../shared/codes/codeFields';
import { bodyOf } from '../../shared/fields/body';
import { asTyped } from '../../shared/fields/field';
import { optionsField } from '../../shared/fields/groups';
import { wholeNumber } from '../../shared/fields/kinds';
import type { Item } from '../../shared/items/item';
import type { Operation } from '../../shared/items/operation';
import { recipientOptions } from '../../shared/numbers/options';
import { readNumber } from '../../shared/numbers/phoneNumber';
import type { Destination, Recipient } from '../../shared/numbers/phoneNumber';
import type { Answer } from '../../shared/provider';
import { readPage, withoutCode } from './calls';

const phoneNumber = asTyped({
	displayName: 'Phone Number',
	name: 'phoneNumber',
	wire: 'alarm_phonenumber',
	form: 'a phone number in Vietnam',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 0919 273 027',
	description: 'The number in Vietnam to call, as people write it, with or without +84',
});

const codes = codeFields('otp', 'The code to read out, up to 64 characters', {
	name: 'Trial Code by AntBuddy',
	value: 'provider',
	description: 'A code that AntBuddy makes up, to hear what a call is like; it cannot be verified',
});

const maxRetry = wholeNumber({
	displayName: 'Max Retry',
	name: 'maxRetry',
	wire: 'maxretry',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 0,
	description: 'How many times the code is read again after the first time',
});

/** AntBuddy dials the national format, so a foreign number would reach another person. */
export const reached: Destination = {
	defaultCountry: 'VN',
	only: { country: 'VN', provider: 'AntBuddy' },
};

const fields = [
	phoneNumber,
	codes.codeSource,
	codes.ownCode,
	optionsField([...recipientOptions(reached.defaultCountry), ...codeOptions, maxRetry]),
];

const endpoint = { method: 'POST', path: '/voice-otp/' } as const;

/** Warns that a trial code cannot be verified. */
export const trialCodeHint: NodeHint = {
	type: 'warning',
	message:
		'A trial code cannot be verified: the output has no challenge. To verify a person, set Code Source to Generate a Code.',
	displayCondition:
		'={{ $parameter["resource"] === "call" && $parameter["operation"] === "create" && $parameter["codeSource"] === "provider" }}',
	location: 'outputPane',
};

const SAYS_YES = /^(ok(ay)?|success\w*|created|accepted|queued|done|sent)\b/i;

/** AntBuddy documents no answer, so an empty one and a word such as "OK" confirm the call too. */
const readYes = (answer: Answer): Answer =>
	answer.bodyKind === EMPTY_BODY || SAYS_YES.test(answer.text ?? '')
		? { ...answer, body: {} }
		: answer;

/** The national form of a number in Vietnam, or the text that is sent unchanged. */
const dialled = ({ e164, nationalNumber }: Recipient): string =>
	nationalNumber === undefined ? e164 : `0${nationalNumber}`;

async function execute(item: Item): Promise<IDataObject> {
	const source = { parameter: phoneNumber.label, ...reached };
	const recipient = readNumber(item, item.read(phoneNumber), source);
	const isTrial = item.read(codes.codeSource) === 'provider';
	const issued = isTrial ? undefined : await issueCode(item, codes);
	const send = async () => {
		const given = { phoneNumber: dialled(recipient), code: issued?.code };
		const answer = await item.send({ ...endpoint, body: bodyOf(item, fields, given) });
		const body = item.mask(item.jsonOf(readYes(answer)));
		const call = Array.isArray(body)
			? { calls: readPage(body).calls.map(withoutCode) }
			: withoutCode(body);
		const proof = await issued?.proofFor(recipient.e164);
		return { ...call, phoneNumber: recipient.e164, ...proof };
	};
	return await item.once(recipient.e164, send, issued?.ownCode);
}

/** Calls a number in Vietnam and reads out a code. */
export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create a call with a code',
	description: 'Call a phone number and read out a one-time code',
	fields,
	endpoint,
	document: 'docs/providers/antbuddy.md#requests',
	sends: true,
	execute,
};

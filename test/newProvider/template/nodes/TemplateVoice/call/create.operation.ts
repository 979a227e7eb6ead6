import type { IDataObject } from 'n8n-workflow';
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
import type { Destination } from '../../shared/numbers/phoneNumber';
import { isBlank, isRecord } from '../../shared/values';

// Your fields: `name` is the parameter in workflows, which never changes once released; `wire` is your provider's name.
const phoneNumber = asTyped({
	displayName: 'Phone Number',
	name: 'phoneNumber',
	wire: 'to',
	form: 'a phone number in E.164',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. +84 919 273 027',
	description: 'The number to call, with its country code',
});

const codes = codeFields('code', 'The code to read out, up to 64 characters');

const repeat = wholeNumber({
	displayName: 'Repeat',
	name: 'repeat',
	wire: 'repeat',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 3 },
	default: 0,
	description: 'How many times the code is read again, from 0 to 3',
});

// Whom your provider reaches: anybody. A `Destination` can also have a default country, be one country only, or get texts.
export const reached: Destination = {};

const fields = [
	phoneNumber,
	codes.codeSource,
	codes.ownCode,
	optionsField([...recipientOptions(reached.defaultCountry), ...codeOptions, repeat]),
];

const endpoint = { method: 'POST', path: '/calls' } as const;

async function execute(item: Item): Promise<IDataObject> {
	const source = { parameter: phoneNumber.label, ...reached };
	const recipient = readNumber(item, item.read(phoneNumber), source);
	const issued = await issueCode(item, codes);
	const send = async () => {
		// The form of numbers that your provider takes: e164, digits or nationalNumber.
		const given = { phoneNumber: recipient.e164, code: issued.code };
		const body = bodyOf(item, fields, given);
		const answer = item.mask(await item.request({ ...endpoint, body }));
		// A yes must be seen: here it is the ID, which only a placed call has.
		const call = [answer]
			.flat()
			.filter(isRecord)
			.find(({ id }) => !isBlank(id));
		if (!call) throw item.unclearAnswer('JSON without calls');
		return { ...call, ...(await issued.proofFor(recipient.e164)) };
	};
	return await item.once(recipient.e164, send, issued.ownCode);
}

/** Places a call; Template Voice reads the code out. */
export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create a call with a code',
	description: 'Call a phone number and read out a one-time code',
	fields,
	endpoint,
	document: 'docs/providers/templateVoice.md#requests',
	sends: true,
	execute,
};

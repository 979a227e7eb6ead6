import type { IDataObject } from 'n8n-workflow';
import { issueCode } from '../../shared/codes/code';
import { codeFields, codeOptions } from '../../shared/codes/codeFields';
import { bodyOf } from '../../shared/fields/body';
import { optionsField } from '../../shared/fields/groups';
import { choice } from '../../shared/fields/kinds';
import type { Finish, Item } from '../../shared/items/item';
import type { Operation } from '../../shared/items/operation';
import { recipientOptions } from '../../shared/numbers/options';
import { isLeftOut, readEvents } from './callEvents';
import { callOptions } from './options';
import { prompts } from './prompts';
import { callees, caller, callerOf, reached, recipientsOf, skippedOf } from './recipients';
import { voice } from './voice';

const codes = codeFields(
	'code',
	'The code to read out character by character, up to 64 characters',
);

const codeType = choice({
	displayName: 'Code Type',
	name: 'codeType',
	wire: 'code-type',
	type: 'options',
	default: 'Default',
	description: 'How the characters of the code are spoken',
	options: [
		{
			name: 'Custom Audio Files',
			value: 'Custom',
			description:
				'Your own files under /spelling/{locale}/, such as 0.wav and a.wav, in lower case',
		},
		{ name: 'Default', value: 'Default', description: 'CM.com decides' },
		{ name: 'Text to Speech', value: 'TTS', description: 'The chosen voice reads them aloud' },
	],
});

const fields = [
	caller,
	callees,
	codes.codeSource,
	codes.ownCode,
	codeType,
	prompts,
	voice,
	optionsField([...recipientOptions(reached.defaultCountry), ...codeOptions, ...callOptions]),
];

const endpoint = { method: 'POST', path: '/OTP' } as const;

async function execute(item: Item): Promise<IDataObject[]> {
	const from = callerOf(item);
	const recipients = recipientsOf(item);
	const issued = await issueCode(item, codes);
	const send = async (remaining: string[], finish: Finish) => {
		const given = { caller: from, code: issued.code, codeType: item.read(codeType) };
		const body = {
			...(remaining.length === 1 ? { callee: remaining[0] } : { callees: remaining }),
			...bodyOf(item, fields, given),
		};
		const answer = await item.send({ ...endpoint, body });
		const asked = { recipients: remaining, skipped: skippedOf(item, remaining), issued, answer };
		await readEvents(item, asked, finish);
	};
	await item.onceForEach(recipients, send, issued.ownCode);
	const outputs = recipients.map((recipient) => item.done.get(recipient)!);
	// n8n takes a first output with an `error` for a failed try.
	return outputs.sort((one, other) => Number(isLeftOut(one)) - Number(isLeftOut(other)));
}

/** Calls one or more numbers and reads out the same code to each. */
export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create a call with a code',
	description: 'Call one or more phone numbers and read out a one-time code',
	fields,
	endpoint,
	document: 'docs/providers/cm.md#request',
	sends: true,
	execute,
};

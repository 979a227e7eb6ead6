import type { INodePropertyCollection } from 'n8n-workflow';
import { prompts } from '../../../../nodes/VoiceOtpAdvanced/call/prompts';
import { bodyOf } from '../../../../nodes/shared/fields/body';
import { failureOf } from '../../support/failure';
import { itemOf } from '../../support/item';

const groups = prompts.property.options as INodePropertyCollection[];

it('has the four prompts of a call', () => {
	expect(groups.map(({ displayName }) => displayName)).toEqual([
		'Intro Prompt',
		'Code Prompt',
		'Replay Prompt',
		'Outro Prompt',
	]);
});

describe.each(groups)('$displayName', ({ displayName, name, values: [text] }) => {
	it('says when it is played', () => {
		expect(text.description).toMatch(/^What is played (when|before|to|at) /);
	});

	it('is named where its type cannot be used', async () => {
		const given = { prompts: { [name]: { text: 'Hello', type: 'Song' } } };
		const { item } = await itemOf({ parameters: given as never });
		const { message } = await failureOf(async () => await Promise.resolve(bodyOf(item, [prompts])));
		expect(message.startsWith(`Type of ${displayName}`)).toBe(true);
	});
});

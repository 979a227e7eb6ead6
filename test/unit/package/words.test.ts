import type { INodeTypeDescription } from 'n8n-workflow';
import { allFields, choicesOf, credentials, filesIn, nodes, textOf } from '../../support/package';

/** Words that messages to users do without: they name what happened and what to do instead. */
const BANNED = /\b(errors?|problems?|failures?|mistakes?)\b/i;

/** What a trigger's panel and an agent read. */
const besideFields = (description: INodeTypeDescription): string[] => {
	const { triggerPanel, eventTriggerDescription, activationMessage, usableAsTool } = description;
	const texts = [triggerPanel, eventTriggerDescription, activationMessage, usableAsTool];
	return texts.filter((text) => text !== undefined).map((text) => JSON.stringify(text));
};

it('finds no banned word in the panels', () => {
	const texts = [
		...nodes.flatMap(({ node }) => [
			node.description.description,
			...besideFields(node.description),
			...(node.description.hints ?? []).map(({ message }) => message),
			...allFields(node.description.properties),
		]),
		...credentials.flatMap(({ credential }) => allFields(credential.properties)),
	].flatMap((text) => {
		if (typeof text === 'string') return [text];
		const { displayName, description = '', hint = '', placeholder = '' } = text;
		const choices = choicesOf(text).flatMap((choice) => [
			choice.name,
			choice.description ?? '',
			choice.action ?? '',
		]);
		return [displayName, description, hint, placeholder, ...choices];
	});
	expect(texts.length).toBeGreaterThan(500);
	expect(texts.filter((text) => BANNED.test(text))).toEqual([]);
});

/** The texts in quotes or backticks that read like a sentence: two words or more. */
const sentencesIn = (source: string) =>
	(
		source
			.replace(/\/\*[\s\S]*?\*\//g, '')
			.replace(/(^|\s)\/\/.*$/gm, '')
			.match(/'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g) ?? []
	).filter((text) => /\S \S/.test(text));

it('finds sentences in source code, and none in comments', () => {
	const source =
		"/* 'not this' */ const a = 'one two'; // 'nor this'\nconst b = `x ${y} z`, c = 'key';";
	expect(sentencesIn(source)).toEqual(["'one two'", '`x ${y} z`']);
});

const sources = [...filesIn('nodes', '.ts'), ...filesIn('credentials', '.ts')];

it.each(sources)('finds no banned word in the messages of %s', (file) => {
	// What stands in ${…} is code.
	const texts = sentencesIn(textOf(file)).map((text) => text.replace(/\$\{[^}]*\}/g, ''));
	expect(texts.filter((text) => BANNED.test(text))).toEqual([]);
});

it('finds the messages in the sources', () => {
	expect(sources.flatMap((file) => sentencesIn(textOf(file))).length).toBeGreaterThan(200);
});

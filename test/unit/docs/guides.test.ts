import { en } from '../../../nodes/shared/verification/page/texts/en';
import { declaredOperations } from '../../docs/fields';
import { cellsOf, codeSpansOf, proseLines, withoutCodeSpans } from '../../docs/markdown';
import { allFields, choicesOf, credentials, filesIn, nodes, textOf } from '../../support/package';

const guides = ['README.md', ...filesIn('docs/guides', '.md')];

/** Words that texts for users do without; what is bold or in code is the name of something. */
const BANNED = /\b(errors?|problems?|failures?|mistakes?)\b/i;

const withoutNames = (line: string) => withoutCodeSpans(line).replace(/\*\*.+?\*\*/g, '');

describe.each(guides)('%s', (file) => {
	const lines = proseLines(textOf(file));

	it('uses no banned word', () => {
		expect(lines.map(withoutNames).filter((line) => BANNED.test(line))).toEqual([]);
	});

	it('has tables with rows as long as their heads', () => {
		const lengths = lines.map((line) => cellsOf(line).length);
		for (const [index, length] of lengths.entries()) {
			const isFollowing = index > 1 && length > 0 && /^\|[\s|:-]+\|$/.test(lines[index - 1]);
			if (isFollowing) expect([file, index, length]).toEqual([file, index, lengths[index - 2]]);
		}
	});

	it('describes every picture', () => {
		for (const [tag] of textOf(file).matchAll(/<img\b[^>]*>/g))
			expect(tag).toMatch(/\balt="[^"]{15,}"/);
	});
});

/** Everything that has a name in the package: parameters, outputs, statuses, variables of the examples. */
const sources = [
	...filesIn('nodes', '.ts'),
	...filesIn('nodes', '.json'),
	...filesIn('credentials', '.ts'),
	...filesIn('examples', '.json'),
	...['package.json', 'test/host/start.ts'],
].map(textOf);
const examples = filesIn('examples', '.json').map((file) => /([^/]+)\.json$/.exec(file)![1]);
const words = new Set(sources.flatMap((source) => source.match(/[\w$-]+/g) ?? []).concat(examples));

/** Names of n8n's that the sources have no use for. */
const OF_N8N = ['runIndex', 'resumeUrl', 'execution'];

/** `notifyUrl`, `options.timeout`, `call-id`: what reads like the name of a field or a value. */
const IDENTIFIER = /^[a-z]+(?:[A-Z][a-z]*|[.-][a-z]+)+[A-Za-z]*$/;

const identifiers = guides.flatMap((file) =>
	proseLines(textOf(file))
		.flatMap(codeSpansOf)
		.filter((code) => IDENTIFIER.test(code) && !/\.(com|th|pem|md|json)$/.test(code))
		.map((name) => [name, file] as const),
);

it('finds names of fields in the guides', () => {
	const found = identifiers.map(([name]) => name);
	expect(found).toEqual(expect.arrayContaining(['otpId', 'details.outcome', 'alreadyVerified']));
});

it.each(guides)('finds no unknown name in code spans of %s', (file) => {
	const isKnown = (name: string) =>
		name.split('.').every((part) => words.has(part) || OF_N8N.includes(part));
	const used = identifiers.filter(([, page]) => page === file).map(([name]) => name);
	expect(used.filter((name) => !isKnown(name))).toEqual([]);
});

/** n8n's own names, as n8n 2.41.1 shows them. */
const IN_N8N = `
	Settings → Community nodes|Install a community node|npm Package Name|Install|Update|Confirm update|
	Uninstall package|Settings → Migration Report|Settings → Migration report|
	Create new credential|Save|Retry|Retry execution|Connection tested successfully|⋯|
	Import → From file|Import from File|Publish|Active|Production URL|Settings|Limit|Execute Once|Execute step|Test URL|
	On Error|Continue|On Error: Stop Workflow|On Error: Continue|On Error: Continue (using error output)|
	Retry On Fail|Error|Save failed production executions|Error Workflow|Switch|If|Cancel`
	.split('|')
	.map((name) => name.trim());

const textsOfNodes = nodes.flatMap(({ node: { description } }) => [
	description.displayName,
	...allFields(description.properties).flatMap((field) => [
		field.displayName,
		...choicesOf(field).map(({ name }) => name),
	]),
]);
const textsOfCredentials = credentials.flatMap(({ credential }) => [
	credential.displayName,
	...allFields(credential.properties).flatMap((field) => [
		field.displayName,
		...choicesOf(field).map(({ name }) => name),
	]),
]);
/** The names of the examples' nodes, and what their forms show. */
const textsOfExamples = filesIn('examples', '.json').flatMap((file) =>
	(
		JSON.parse(textOf(file)) as { nodes: Array<{ name: string; parameters: object }> }
	).nodes.flatMap(({ name, parameters }) => [
		name,
		...Array.from(JSON.stringify(parameters).matchAll(/:"([^"]*)"/g), ([, text]) => text),
	]),
);
const labelsOfOutputs = declaredOperations.flatMap(
	({ operation }) => operation.outputs?.labels ?? [],
);
const onScreen = new Set([
	...textsOfNodes,
	...textsOfCredentials,
	...textsOfExamples,
	...labelsOfOutputs,
	...Object.values(en).filter((text) => typeof text === 'string'),
	...IN_N8N,
]);

/** Bold stands for a name that is on the screen, or for a sentence or a lead that is meant to stand out. */
const isSentence = (text: string) => /[.:?]$|, as with a /.test(text);

const bold = filesIn('docs/guides', '.md').flatMap((file) =>
	proseLines(textOf(file)).flatMap((line) =>
		Array.from(withoutCodeSpans(line).matchAll(/\*\*(.+?)\*\*/g), ([, text]) => [text, file]),
	),
);

it.each(filesIn('docs/guides', '.md'))('finds every bold name of %s on the screen', (file) => {
	const names = bold.filter(([text, page]) => page === file && !isSentence(text));
	expect(names.map(([text]) => text).filter((text) => !onScreen.has(text))).toEqual([]);
});

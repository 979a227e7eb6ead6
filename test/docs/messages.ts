import ts from 'typescript';
import { filesIn, textOf } from '../support/package';

/** A message as the code has it: its fixed parts, with … for what is put in. */
export interface Message {
	text: string;
	/** What to do about it, as the code says beside it; empty where it says nothing. */
	advice: string;
	/** File and line, to find it again. */
	place: string;
}

/** Functions that take a message, and which of their arguments it is. */
const TAKES_MESSAGE: Record<string, number> = {
	invalid: 0,
	unknownOutcome: 0,
	notSent: 0,
	refused: 0,
	UserError: 0,
	NodeOperationError: 1,
	NodeApiError: 1,
	unclearAnswer: 0,
	// What a provider that calls a trigger is answered.
	refuse: 2,
};
const PROPERTIES = new Set(['message', 'bodyKind', 'reason']);
/** Those whose advice is always the same, and long. */
const UNKNOWN = new Set(['unknownOutcome', 'unclearAnswer']);
const OUTCOME_UNKNOWN = '[Outcome unknown](costs-and-abuse.md#unknown-outcomes)';
const JOINED = new Set([ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.BarBarToken]);
/** What methods of Item put before what they are given. */
const BEFORE: Record<string, string> = {
	unclearAnswer: '… answered … with ',
	refused: '… refused: ',
};
/** What stands before the reason why a number is refused: what is wrong with it, or what it is. */
const beforeReason = (reason: string) =>
	/^(?:is|belongs) /.test(reason) ? '… “…” ' : '… “…” is not a valid phone number: ';

/** The value that a file gives a name once and for all. */
type Constants = Map<string, ts.Expression>;

function constantsIn(source: ts.SourceFile): Constants {
	const constants: Constants = new Map();
	const visit = (node: ts.Node) => {
		if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer)
			constants.set(node.name.text, node.initializer);
		ts.forEachChild(node, visit);
	};
	visit(source);
	return constants;
}

/** The texts an expression can become; none where it is not written in this file. */
function textsOf(node: ts.Node | undefined, constants: Constants): string[] {
	if (node === undefined) return [];
	if (ts.isParenthesizedExpression(node)) return textsOf(node.expression, constants);
	if (ts.isIdentifier(node)) return textsOf(constants.get(node.text), constants);
	const either = (...branches: ts.Expression[]) =>
		branches.flatMap((branch) => put(branch, constants));
	if (ts.isConditionalExpression(node)) return either(node.whenTrue, node.whenFalse);
	if (ts.isBinaryExpression(node) && JOINED.has(node.operatorToken.kind))
		return either(node.left, node.right);
	if (ts.isStringLiteralLike(node)) return [node.text];
	if (!ts.isTemplateExpression(node)) return [];
	return node.templateSpans.reduce(
		(before, { expression, literal }) =>
			before.flatMap((text) =>
				put(expression, constants).map((value) => `${text}${value}${literal.text}`),
			),
		[node.head.text],
	);
}

/** The same, with … for what is known only when it runs. */
function put(node: ts.Expression, constants: Constants): string[] {
	const texts = textsOf(node, constants);
	return texts.length === 0 ? ['…'] : texts;
}

function calledName(node: ts.CallExpression | ts.NewExpression): string {
	const { expression } = node;
	if (ts.isPropertyAccessExpression(expression)) return expression.name.text;
	return ts.isIdentifier(expression) ? expression.text : '';
}

/** The value of a property, where the node is an object that has it. */
const propertyOf = (node: ts.Node | undefined, name: string): ts.Expression | undefined =>
	node && ts.isObjectLiteralExpression(node)
		? node.properties
				.filter(ts.isPropertyAssignment)
				.find((property) => property.name.getText() === name)?.initializer
		: undefined;

/** The parts of the code that hold a message and its advice. */
interface Parts {
	message?: ts.Node;
	advice?: ts.Node | string;
}

function partsOfCall(node: ts.CallExpression | ts.NewExpression): Parts {
	const { arguments: given = [] } = node;
	const name = calledName(node);
	const place = TAKES_MESSAGE[name] as number | undefined;
	if (place === undefined) return {};
	// The `invalid` of failure.ts takes node and index before the message.
	const before = name === 'invalid' && given.length === 4 ? 2 : 0;
	const [message, next] = given.slice(place + before);
	if (UNKNOWN.has(name)) return { message, advice: OUTCOME_UNKNOWN };
	return { message, advice: propertyOf(next, 'description') ?? next };
}

function partsOf(node: ts.Node): Parts {
	if (ts.isCallExpression(node) || ts.isNewExpression(node)) return partsOfCall(node);
	if (ts.isPropertyAssignment(node)) {
		// A hint in the panel says by itself what to do, where it matters.
		if (!PROPERTIES.has(node.name.getText()) || propertyOf(node.parent, 'displayCondition'))
			return {};
		const advice = propertyOf(node.parent, 'description') ?? propertyOf(node.parent, 'advice');
		return { message: node.initializer, advice };
	}
	return {};
}

/** What the code elsewhere puts before this message; a reason without advice of its own stays a part of a message. */
function beforeOf(node: ts.Node, text: string, advice: string): string {
	if (ts.isCallExpression(node)) return BEFORE[calledName(node)] ?? '';
	const isReason = ts.isPropertyAssignment(node) && node.name.getText() === 'reason';
	return isReason && advice !== '' ? beforeReason(text) : '';
}

/** Whether it has words of its own: a template that only joins others has none, nor has a key of one word. */
const hasWords = (text: string) => /\p{L}{2,}.*\s|\s.*\p{L}{2,}/u.test(text);

const FILES = [...filesIn('nodes', '.ts'), ...filesIn('credentials', '.ts')];

const sourceOf = (file: string) =>
	ts.createSourceFile(file, textOf(file), ts.ScriptTarget.Latest, true);

/** What any file names in capitals, for the files that import it. */
const shared = (): Constants =>
	new Map(
		FILES.flatMap((file) => [...constantsIn(sourceOf(file))]).filter(([name]) =>
			/^[A-Z_]+$/.test(name),
		),
	);

function messagesIn(file: string, imported: Constants): Message[] {
	const source = sourceOf(file);
	const found: Message[] = [];
	const constants = new Map([...imported, ...constantsIn(source)]);
	const visit = (node: ts.Node) => {
		const { message, advice } = partsOf(node);
		const advices =
			typeof advice === 'string' ? [advice] : textsOf(advice, constants).filter(hasWords);
		const { line } = source.getLineAndCharacterOfPosition(node.getStart());
		const place = `${file}:${line + 1}`;
		// Where a condition chooses the message, it chooses the advice as well.
		for (const [index, text] of textsOf(message, constants).filter(hasWords).entries()) {
			const next = advices[index] ?? advices[0] ?? '';
			found.push({ text: `${beforeOf(node, text, next)}${text}`, advice: next, place });
		}
		ts.forEachChild(node, visit);
	};
	visit(source);
	return found;
}

/** Every message that the nodes, the triggers and the tests of the credentials can show. */
export function messages(): Message[] {
	const imported = shared();
	return FILES.flatMap((file) => messagesIn(file, imported));
}

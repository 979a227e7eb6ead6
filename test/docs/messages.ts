import ts from 'typescript';
import { filesIn, textOf } from '../support/package';

/** A message as the code has it: its fixed parts, with … for what is put in. */
export interface Message {
	text: string;
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
const PROPERTIES = new Set(['message', 'bodyKind']);
const JOINED = new Set([ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.BarBarToken]);
/** What Item.unclearAnswer puts before what it is given. */
const BEFORE: Record<string, string> = { unclearAnswer: '… answered … with ' };
/** Where reasons are returned that a message then holds. */
const RETURNS_REASONS = 'nodes/shared/numbers/phoneNumber.ts';

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

/** The part of the code that holds a message. */
function messageNode(node: ts.Node, file: string): ts.Node | undefined {
	if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
		const { arguments: given = [] } = node;
		const place = TAKES_MESSAGE[calledName(node)] as number | undefined;
		// The `invalid` of errors.ts takes node and index before the message.
		const before = calledName(node) === 'invalid' && given.length === 4 ? 2 : 0;
		return place === undefined ? undefined : given[place + before];
	}
	if (ts.isPropertyAssignment(node)) {
		const isReason = file === RETURNS_REASONS && /^[A-Z]+_[A-Z_]+$/.test(node.name.getText());
		return PROPERTIES.has(node.name.getText()) || isReason ? node.initializer : undefined;
	}
	return file === RETURNS_REASONS && ts.isReturnStatement(node) ? node.expression : undefined;
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
		const before = ts.isCallExpression(node) ? (BEFORE[calledName(node)] ?? '') : '';
		for (const text of textsOf(messageNode(node, file), constants).filter(hasWords)) {
			const { line } = source.getLineAndCharacterOfPosition(node.getStart());
			found.push({ text: `${before}${text}`, place: `${file}:${line + 1}` });
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

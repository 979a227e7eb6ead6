import { textOf } from '../support/package';
import { operationsOf } from './described';
import { descriptions } from './nodes';

export const issueForm = '.github/ISSUE_TEMPLATE/1-not-as-described.yml';

/** From the question for the operation to the first answer that names none. */
const OPERATIONS = /(id: operation\n(?:.*\n)*?\s+options:\n)[^]*?( +- A credential)/;

/** The form for what does not work, with every operation and every trigger to choose from. */
export function issueFormText(): string {
	const choices = descriptions.flatMap((node) =>
		operationsOf(node).map(({ title }) =>
			title === ''
				? `        - ${node.displayName}\n`
				: `        - '${node.displayName}: ${title.replace(': ', ' → ')}'\n`,
		),
	);
	return textOf(issueForm).replace(
		OPERATIONS,
		(_, before: string, after: string) => before + choices.join('') + after,
	);
}

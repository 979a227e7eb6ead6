import { generated } from '../../docs/generate';
import { withPart } from '../../docs/table';
import { textOf } from '../../support/package';
import { OF_DECLARATIONS } from '../support/ofDeclarations';

it.each(Object.keys(generated).filter((file) => !OF_DECLARATIONS.includes(file)))(
	'finds %s as "npm run generate" writes it',
	async (file) => {
		expect(textOf(file)).toBe(await generated[file]());
	},
);

it('replaces what is between the markers of a page, and nothing else', () => {
	const page = 'a\n<!-- generated: x -->\nold\n<!-- /generated -->\nb\n';
	const made = 'a\n<!-- generated: x -->\n\n$1 new\n\n<!-- /generated -->\nb\n';
	expect(withPart(page, 'x', '$1 new')).toBe(made);
	expect(() => withPart(page, 'y', '')).toThrow('no markers "generated: y"');
});

import { generated } from '../../docs/generate';
import { textOf } from '../../support/package';
import { OF_DECLARATIONS } from '../support/ofDeclarations';

// Apart from the other generated files, which mutation tests do not have.
it.each(OF_DECLARATIONS)('finds %s as "npm run generate" writes it', async (file) => {
	expect(textOf(file)).toBe(await generated[file]());
});

import { codeSourceOf } from '../../../../nodes/shared/codes/code';
import { failureOf } from '../../support/failure';
import { itemOf } from '../../support/item';

const SOURCES = ['generate', 'own'];
const itemWith = async (parameters: object) =>
	(await itemOf({ parameters: parameters as never })).item;

it.each(SOURCES)('returns %s if that is chosen', async (codeSource) => {
	expect(codeSourceOf(await itemWith({ codeSource }), SOURCES)).toBe(codeSource);
});

it.each([{}, { codeSource: '' }, { codeSource: '  ' }])(
	'returns generate for %j, if nothing is chosen',
	async (parameters) => {
		expect(codeSourceOf(await itemWith(parameters), SOURCES)).toBe('generate');
	},
);

it('refuses a source that the provider does not have', async () => {
	const item = await itemWith({ codeSource: 'provider' });
	expect(await failureOf(() => codeSourceOf(item, SOURCES))).toMatchObject({
		message: 'Code Source is “provider”, which is not among its values',
		description: 'Set Code Source to one of: generate, own.',
	});
});

import { MASK } from '../../../../nodes/shared/answer/mask';
import { issueCode } from '../../../../nodes/shared/codes/code';
import { codeFields } from '../../../../nodes/shared/codes/codeFields';
import { itemOf } from '../../support/item';

async function itemWith(parameters: object) {
	const { item } = await itemOf({ parameters: parameters as never });
	const { code } = await issueCode(item, codeFields('code', 'The code'));
	return { item, code };
}

it('masks a generated code in everything that the node outputs', async () => {
	const { item, code } = await itemWith({ codeSource: 'generate' });
	expect(item.mask({ heard: `Your code is ${code}` })).toEqual({ heard: `Your code is ${MASK}` });
});

it.each(['12–34', '1 2 3', 'AB·12'])('masks the own code %s as typed', async (code) => {
	const { item } = await itemWith({ codeSource: 'own', code });
	expect(item.mask({ code })).toEqual({ code: MASK });
});

it.each([
	['12–34', '1234'],
	['1 2 3', '123'],
])('masks the own code %s without its separators', async (code, digits) => {
	const { item } = await itemWith({ codeSource: 'own', code });
	expect(item.mask([digits, Number(digits)])).toEqual([MASK, MASK]);
});

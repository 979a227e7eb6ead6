import { requireToken } from '../../../../nodes/shared/callbacks/callback';
import { failureOf } from '../../support/failure';
import { fakeHook } from '../../support/webhook';

it('lets a workflow be activated with a token', () => {
	expect(requireToken(fakeHook('x'))).toBe(true);
});

it.each(['', undefined])('does not with the token %j', async (token) => {
	expect(await failureOf(() => requireToken(fakeHook(token)))).toMatchObject({
		kind: 'operation',
		message: 'Verification Token is empty',
		description:
			'Enter a secret of your choice and append it to the URL you give the provider, as ?verificationToken=….',
	});
});

import { UserError } from 'n8n-workflow';
import {
	LoginFailure,
	loginFailureOf,
	noteLoginFailure,
} from '../../../../nodes/shared/login/attempt';

const failure = { message: 'a', description: 'b', outcome: 'notSent' as const, status: 401 };

it('has the message of its failure, and no HTTP response', () => {
	const thrown = new LoginFailure(failure);
	expect(thrown).toBeInstanceOf(UserError);
	expect(thrown).toMatchObject({ message: 'a', description: 'b', failure, code: '' });
	expect(thrown).not.toHaveProperty('response');
});

it('is found only for the copy of the credential that it was noted for', () => {
	const thrown = new LoginFailure(failure);
	const credential = { password: 'p' };
	noteLoginFailure(credential, thrown);
	expect(loginFailureOf(credential)).toBe(thrown);
	expect(loginFailureOf({ ...credential })).toBeUndefined();
});

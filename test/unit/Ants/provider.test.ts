import { ants } from '../../../nodes/Ants/provider';
import { readAnswer } from '../../../nodes/shared/answer/readAnswer';

const refusalIn = (status: number, body: unknown) =>
	ants.readRefusal!(readAnswer(status, {}, typeof body === 'string' ? body : JSON.stringify(body)));

it('has the names that users know, and a login that does not expire', () => {
	expect(ants).toMatchObject({
		name: 'ANTS',
		credentialType: 'antsApi',
		credentialName: 'ANTS API',
	});
	expect(ants).not.toHaveProperty('login');
});

it.each([200, 400, 500])('finds a refusal in the body with HTTP status %j', (status) => {
	expect(refusalIn(status, { error: { message: 'Credit not enough', description: '' } })).toEqual({
		words: 'Credit not enough [9995]',
		advice: 'Top up the credit of your ANTS account, then run the workflow again.',
	});
});

it.each([
	[{ error: { code: '9995' } }, 'Credit not enough [9995]'],
	[{ error: { message: 'เครดิตหมด', description: 'Top up' } }, 'เครดิตหมด – Top up [9995]'],
	[{ error: { code: 9995, description: 'Top up' } }, 'Top up [9995]'],
	[{ status: { message: 'Invalid Number' } }, 'Invalid Number [0307]'],
	[{ code: '0302' }, 'Number Prefix Missing [0302]'],
])('reads the message of %j', (body, words) => {
	expect(refusalIn(200, body)?.words).toBe(words);
});

it('reads everything under error as a refusal, even undocumented content', () => {
	expect(refusalIn(200, { error: { message: 'Unheard of' } })).toEqual({ words: 'Unheard of' });
	expect(refusalIn(200, { error: 'Success' })).toBeUndefined();
	expect(refusalIn(200, { error: { message: 'None' }, otpId: 'x' })).toBeUndefined();
});

it.each([
	{ success: { message: 'success', description: '' } },
	{ status: { message: 'Success' } },
	{ status: { message: 'Queued' } },
	{ message: 'Welcome' },
	{ otpId: 'x' },
])('reads %j as a success', (body) => {
	expect(refusalIn(200, body)).toBeUndefined();
	expect(refusalIn(399, body)).toBeUndefined();
});

it('reads plain text as a refusal if it is a known message', () => {
	expect(refusalIn(200, 'Out of order')).toBeUndefined();
	expect(refusalIn(200, 'Bad Request')?.words).toBe('Bad Request [9996]');
});

it('returns a secret that depends on each part of the login', () => {
	expect(ants.secretOf({ username: 'a', password: 'b', baseUrl: 'c' })).toBe('["a","b"]');
});

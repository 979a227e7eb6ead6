import { ants } from '../../../nodes/Ants/provider';
import { readAnswer } from '../../../nodes/shared/answer/readAnswer';

const refusalIn = (status: number, body: unknown) =>
	ants.readRefusal(readAnswer(status, {}, typeof body === 'string' ? body : JSON.stringify(body)));

it('is named as users know it, and its login does not expire', () => {
	expect(ants).toMatchObject({
		name: 'ANTS',
		credentialType: 'antsApi',
		credentialName: 'ANTS API',
	});
	expect(ants.renewsLogin ?? false).toBe(false);
});

it.each([200, 400, 500])('finds a refusal in the body, also with status %j', (status) => {
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
])('puts %j into words', (body, words) => {
	expect(refusalIn(200, body)?.words).toBe(words);
});

it('takes everything under error for a refusal, also what no document knows', () => {
	expect(refusalIn(200, { error: { message: 'Unheard of' } })).toEqual({ words: 'Unheard of' });
	expect(refusalIn(200, { error: 'Success' })?.words).toBe('Success [0000]');
});

it.each([
	{ success: { message: 'success', description: '' } },
	{ status: { message: 'Success' } },
	{ status: { message: 'Queued' } },
	{ message: 'Welcome' },
	{ otpId: 'x' },
])('takes %j for a yes', (body) => {
	expect(refusalIn(200, body)).toBeUndefined();
	expect(refusalIn(399, body)).toBeUndefined();
});

it.each([
	[{ otpId: 'x' }, 'otpId: x'],
	[{ success: { message: 'Success' } }, 'success: Success'],
	[{ message: 'Slow down' }, 'Slow down'],
])('with status 400 takes %j for a refusal all the same', (body, words) => {
	expect(refusalIn(400, body)).toEqual({ words });
});

it('takes plain text for a refusal where the status says so, or the text is a known one', () => {
	expect(refusalIn(503, 'Out of order')).toEqual({ words: 'Out of order' });
	expect(refusalIn(200, 'Out of order')).toBeUndefined();
	expect(refusalIn(200, 'Bad Request')?.words).toBe('Bad Request [9996]');
});

it('derives challenges from the login, each part of which counts', () => {
	expect(ants.secretOf({ username: 'a', password: 'b', baseUrl: 'c' })).toBe('["a","b"]');
});

import { tokenLogin } from '../../../nodes/AntBuddy/login/token';
import { antBuddy } from '../../../nodes/AntBuddy/provider';
import { readAnswer } from '../../../nodes/shared/answer/readAnswer';

const refusalIn = (status: number, body: unknown) =>
	antBuddy.readRefusal(readAnswer(status, {}, JSON.stringify(body)));

it('has the names that users know', () => {
	expect(antBuddy).toMatchObject({
		name: 'AntBuddy',
		credentialType: 'antBuddyApi',
		credentialName: 'AntBuddy API',
		login: tokenLogin,
	});
});

it.each([
	[{ detail: 'Not found.' }, 'Not found.'],
	[{ non_field_errors: ['No such account'] }, 'No such account'],
	[{ alarm_phonenumber: ['Required'] }, 'alarm_phonenumber: Required'],
	[{ message: 'No' }, 'No'],
	['plain text', 'plain text'],
	[{}, ''],
])('finds the message of a refusal in %j', (body, words) => {
	expect(refusalIn(400, body)).toEqual({ words });
});

it('finds no refusal in an answer below 400', () => {
	expect(refusalIn(399, { detail: 'x' })).toBeUndefined();
	expect(refusalIn(201, { message: 'x' })).toBeUndefined();
});

it('returns a secret that depends on each part of the login', () => {
	const { secretOf } = antBuddy;
	expect(secretOf({ username: 'a', password: 'b', baseUrl: 'c' })).toBe('["a","b"]');
	expect(secretOf({ username: 'a","b', password: '' })).not.toBe('["a","b"]');
});

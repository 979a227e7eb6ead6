import { tokenLogin } from '../../../nodes/AntBuddy/login/token';
import { antBuddy } from '../../../nodes/AntBuddy/provider';
import { readAnswer } from '../../../nodes/shared/answer/readAnswer';
import { refusalOf } from '../../../nodes/shared/answer/refusal';

const messageOf = (status: number, body: unknown) =>
	refusalOf(readAnswer(status, {}, JSON.stringify(body)), antBuddy)?.message;

it('has the names that users know', () => {
	expect(antBuddy).toMatchObject({
		name: 'AntBuddy',
		credentialType: 'antBuddyApi',
		credentialName: 'AntBuddy API',
		login: tokenLogin,
	});
});

it.each([
	[{ detail: 'Not found.' }, 'Not found. (AntBuddy, HTTP 400)'],
	[{ non_field_errors: ['No such account'] }, 'No such account (AntBuddy, HTTP 400)'],
	[{ alarm_phonenumber: ['Required'] }, 'alarm_phonenumber: Required (AntBuddy, HTTP 400)'],
	[{ message: 'No' }, 'No (AntBuddy, HTTP 400)'],
	['plain text', 'plain text (AntBuddy, HTTP 400)'],
	[{}, 'AntBuddy answered 400 (JSON)'],
])('finds the message of a refusal in %j', (body, words) => {
	expect(messageOf(400, body)).toBe(words);
});

it('returns a secret that depends on each part of the login', () => {
	const { secretOf } = antBuddy;
	expect(secretOf({ username: 'a', password: 'b', baseUrl: 'c' })).toBe('["a","b"]');
	expect(secretOf({ username: 'a","b', password: '' })).not.toBe('["a","b"]');
});

import { antBuddy } from '../../../nodes/AntBuddy/provider';
import { readAnswer } from '../../../nodes/shared/answer/readAnswer';

const refusalIn = (status: number, body: unknown) =>
	antBuddy.readRefusal(readAnswer(status, {}, JSON.stringify(body)));

it('is named as users know it', () => {
	expect(antBuddy).toMatchObject({
		name: 'AntBuddy',
		credentialType: 'antBuddyApi',
		credentialName: 'AntBuddy API',
		renewsLogin: true,
	});
});

it.each([
	[{ detail: 'Not found.' }, 'Not found.'],
	[{ non_field_errors: ['No such account'] }, 'No such account'],
	[{ alarm_phonenumber: ['Required'] }, 'alarm_phonenumber: Required'],
	[{ message: 'No' }, 'No'],
	['plain text', 'plain text'],
	[{}, ''],
])('finds the words of a refusal in %j', (body, words) => {
	expect(refusalIn(400, body)).toEqual({ words });
});

it('takes no answer below 400 for a refusal', () => {
	expect(refusalIn(399, { detail: 'x' })).toBeUndefined();
	expect(refusalIn(201, { message: 'x' })).toBeUndefined();
});

it('derives challenges from the login, each part of which counts', () => {
	const { secretOf } = antBuddy;
	expect(secretOf({ username: 'a', password: 'b', baseUrl: 'c' })).toBe('["a","b"]');
	expect(secretOf({ username: 'a","b', password: '' })).not.toBe('["a","b"]');
});

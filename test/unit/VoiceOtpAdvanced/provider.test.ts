import { cmVoice } from '../../../nodes/VoiceOtpAdvanced/provider';
import { readAnswer } from '../../../nodes/shared/answer/readAnswer';
import { refusalOf } from '../../../nodes/shared/answer/refusal';

const messageOf = (status: number, body: unknown) =>
	refusalOf(readAnswer(status, {}, JSON.stringify(body)), cmVoice)?.message;
const credential = { productToken: 'p', token: 't', username: 'u', password: 'w', baseUrl: 'b' };

it('has the names that users know, and a login that does not expire', () => {
	expect(cmVoice).toMatchObject({
		name: 'CM.com',
		credentialType: 'cmVoiceApi',
		credentialName: 'CM.com Voice API',
	});
	expect(cmVoice).not.toHaveProperty('login');
});

it.each([
	[{ message: 'No' }, 'No (CM.com, HTTP 400)'],
	[
		{ messages: [{ to: '+31', messageDetails: 'Bad number', errorCode: 5 }] },
		'Bad number (CM.com, HTTP 400)',
	],
	[{ details: 'No call', errorCode: 5 }, 'No call (CM.com, HTTP 400)'],
	['plain text', 'plain text (CM.com, HTTP 400)'],
	[{}, 'CM.com answered 400 (JSON)'],
])('finds the message of a refusal in %j', (body, words) => {
	expect(messageOf(400, body)).toBe(words);
});

it.each([
	['productToken', '["p"]'],
	['bearer', '["t"]'],
	['basic', '["u","w"]'],
	[undefined, '["p"]'],
	['another', '["p"]'],
])('returns for %j a secret of the fields that it logs in with', (authentication, secret) => {
	expect(cmVoice.secretOf({ ...credential, authentication } as never)).toBe(secret);
});

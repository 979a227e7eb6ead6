import { cmVoice } from '../../../nodes/VoiceOtpAdvanced/provider';
import { readAnswer } from '../../../nodes/shared/answer/readAnswer';

const refusalIn = (status: number, body: unknown) =>
	cmVoice.readRefusal(readAnswer(status, {}, JSON.stringify(body)));
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
	[{ message: 'No' }, 'No'],
	[{ messages: [{ to: '+31', messageDetails: 'Bad number', errorCode: 5 }] }, 'Bad number'],
	[{ details: 'No call', errorCode: 5 }, 'No call'],
	['plain text', 'plain text'],
	[{}, ''],
])('finds the message of a refusal in %j', (body, words) => {
	expect(refusalIn(400, body)).toEqual({ words });
});

it('finds no refusal in an answer below 400, which callEvents.ts reads', () => {
	expect(refusalIn(399, { message: 'x' })).toBeUndefined();
	expect(refusalIn(200, { success: false })).toBeUndefined();
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

import fc from 'fast-check';
import { anyText } from '../../../support/anyText';
import { maskerFor } from '../../../../nodes/shared/answer/mask';
import { readAnswer } from '../../../../nodes/shared/answer/readAnswer';
import { withSecrets } from '../../../../nodes/shared/answer/secrets';
import type { Answer } from '../../../../nodes/shared/provider';
import { credentials } from '../../../support/package';

/** An answer to a request with these credentials, as it leaves the node. */
const masked = ({ secrets, ...answer }: Answer): Answer => maskerFor([], secrets)(answer);
const without = (body: unknown, ...credentials: object[]) =>
	masked(withSecrets(readAnswer(400, {}, JSON.stringify(body)), ...(credentials as never[])));

it('leaves the answer itself as it came', () => {
	const answer = readAnswer(200, {}, '{"success1":true,"said":"success1"}');
	const { secrets, ...rest } = withSecrets(answer, { password: 'success1' });
	expect(rest).toEqual(answer);
	expect(secrets).toContain('success1');
});

const secretFields = credentials
	.flatMap(({ credential }) => credential.properties)
	.filter(({ typeOptions }) => typeOptions?.password)
	.map(({ name }) => name);

it.each([...new Set(secretFields)])('masks the %s, which a credential hides', (field) => {
	const { body, status, bodyKind } = without(
		{ said: 'bad login s3cret!', list: ['s3cret!'] },
		{ [field]: 's3cret!' },
	);
	expect(body).toEqual({ said: 'bad login ******', list: ['******'] });
	expect([status, bodyKind]).toEqual([400, 'JSON']);
});

it('masks a secret in a text', () => {
	expect(without('bad login s3cret!', { password: 's3cret!' }).text).toBe('bad login ******');
});

it('masks a secret in headers, because a message names the host of a redirect', () => {
	const headers = { location: 'https://s3cret!.example.com' };
	const answer = withSecrets(readAnswer(302, headers, ''), { password: 's3cret!' });
	expect(masked(answer).headers).toEqual({ location: 'https://******.example.com' });
});

it('masks the login of Basic auth', () => {
	const credential = { username: 'Aladdin', password: 'open sesame' };
	const said = 'Authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==';
	expect(without({ said }, credential).body).toEqual({ said: 'Authorization: Basic ******' });
});

it('masks what the credential was before, too', () => {
	const tokens = [{ accessToken: 'first-1' }, { accessToken: '' }, { accessToken: 'second-2' }];
	const said = 'not first-1, but second-2';
	expect(without({ said }, ...tokens).body).toEqual({ said: 'not ******, but ******' });
});

it('masks a secret escaped in JSON or encoded in a URL', () => {
	const password = 'a"b c/d';
	const said = [`{"password":"a\\"b c/d"}`, 'https://a.example.com/?p=a%22b%20c%2Fd'];
	expect(without({ said }, { password }).body).toEqual({
		said: ['{"password":"******"}', 'https://a.example.com/?p=******'],
	});
});

it('masks secrets of six characters or more, and keeps shorter ones', () => {
	expect(without({ said: 'x12345' }, { password: '12345' }).body).toEqual({ said: 'x12345' });
	expect(without({ said: 'is abcdef' }, { password: 'abcdef' }).body).toEqual({
		said: 'is ******',
	});
});

it('keeps the user name and the address, which help to find the cause', () => {
	const credential = { username: 'someone@example.com', baseUrl: 'https://api.example.com' };
	const said = 'someone@example.com at https://api.example.com';
	expect(without({ said }, credential).body).toEqual({ said });
});

it('keeps an answer if the credential has no secrets', () => {
	expect(without({ a: 1, undefined: 'undefined' }, {}).body).toEqual({
		a: 1,
		undefined: 'undefined',
	});
	expect(without({ said: 'nothing' }, { password: undefined, token: null }).body).toEqual({
		said: 'nothing',
	});
});

it('masks any secret, and never throws', () => {
	const secret = anyText({ minLength: 6, maxLength: 40 }).filter(
		(text) => text === text.trim() && text !== '******',
	);
	fc.assert(
		fc.property(secret, (password) => {
			const answer = without({ said: `<<${password}>>` }, { username: 'u', password });
			expect((answer.body as { said: string }).said).not.toContain(password);
		}),
	);
	const anything = anyText();
	fc.assert(
		fc.property(anything, fc.jsonValue(), (password, body) => {
			expect(() => without({ body }, { password })).not.toThrow();
		}),
	);
});

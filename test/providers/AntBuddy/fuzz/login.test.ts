import fc from 'fast-check';
import type {
	ICredentialDataDecryptedObject,
	IHttpRequestHelper,
	INodeExecutionData,
} from 'n8n-workflow';
import { renewToken } from '../../../../nodes/AntBuddy/login/accessToken';
import { LoginFailure, noteLoginFailure } from '../../../../nodes/shared/login/attempt';
import { fakeExecution } from '../../../unit/support/execution';
import { answersLike, given } from '../../../fuzz/support/answers';
import type { FuzzedAnswer } from '../../../fuzz/support/answers';
import { expectHidden } from '../../../fuzz/support/echo';
import type { Hidden } from '../../../fuzz/support/echo';
import { fuzz } from '../../../fuzz/support/fuzz';
import { expectOutputs } from '../../../fuzz/support/output';
import { SUBJECTS } from '../../../fuzz/support/subjects';
import { expectPlainFailure, reportedBy } from '../../../fuzz/support/words';

jest.mock('../../../../nodes/shared/request/pause', () =>
	jest.requireActual('../../../fuzz/support/clock'),
);

const getMany = SUBJECTS.find(({ name }) => name === 'AntBuddy Call: Get Many')!;

const documented = [
	...['access_token', 'accessToken', 'token', 'access', 'key'].map((key) => ({
		[key]: 'a-new-token',
	})),
	{ data: { token: 'a-new-token' } },
	{ tokens: { access: 'Bearer a-new-token', refresh: 'another' } },
	'a-new-token',
	'Bearer a-new-token\n',
	{ non_field_errors: ['Unable to log in with provided credentials.'] },
	{ detail: 'Not found.' },
	{ username: ['This field is required.'], password: ['Got \uE003'] },
];

/** An account of its own for each input: logins are remembered by account. */
let accounts = 0;

/** The credential's `preAuthentication` with this answer. */
async function logIn(answer: FuzzedAnswer, hidden: Hidden, username: string) {
	const { credential } = getMany;
	const account: ICredentialDataDecryptedObject = { ...credential, username, accessToken: '' };
	const httpRequest = async () => given(answer, hidden);
	const helper = { helpers: { httpRequest } } as unknown as IHttpRequestHelper;
	return await renewToken(helper, account).catch((thrown: unknown) => ({ thrown }));
}

/** Runs the node where n8n could not log in. */
async function runWithout(failure: LoginFailure, continueOnFail: boolean) {
	const { node, credential, parameters } = getMany;
	const { context } = fakeExecution({
		...{ parameters, credential: { ...credential }, items: 2, continueOnFail },
		respond: ({ credential: copy }) => {
			noteLoginFailure(copy, failure);
			throw new Error('n8n wraps it');
		},
	});
	return await (node.execute!.call(context) as Promise<INodeExecutionData[][]>).catch(
		(thrown: unknown) => ({ thrown }),
	);
}

/**
 * A login ends with a token that can be put into a header, or with a failure in plain words that nobody was called,
 * which the node then shows; the password is in neither.
 */
fuzz(
	'answers to the login at AntBuddy',
	8,
	fc.record({ answer: answersLike(documented), continues: fc.boolean() }),
	async ({ answer, continues }) => {
		const username = `somebody ${accounts++}`;
		const { password } = getMany.secrets;
		const basic = Buffer.from(`${username}:${password}`).toString('base64');
		const carried = { password, basic, code: '', token: '' };
		const hidden = [carried];
		const result = await logIn(answer, carried, username);
		if (!('thrown' in result)) {
			expect(result.accessToken).toMatch(/^[\x21-\x7e]+$/);
			expect(typeof result.accountFingerprint).toBe('string');
			expect(answer.status).toBeLessThan(300);
			return;
		}
		const { thrown } = result;
		if (!(thrown instanceof LoginFailure)) throw thrown;
		expectHidden([thrown, thrown.failure], hidden);
		expect(thrown.failure.outcome).toBe('notSent');
		// A connection that was not made is repeated by the node, with waits.
		if (thrown.code !== '') return;
		const shown = await runWithout(thrown, continues);
		expectHidden(shown, hidden);
		if ('thrown' in shown) expectPlainFailure(reportedBy(shown.thrown), 2);
		else {
			expect(continues).toBe(true);
			expectOutputs(shown[0], 2, () => {
				throw new Error('An output without a login');
			});
		}
	},
);

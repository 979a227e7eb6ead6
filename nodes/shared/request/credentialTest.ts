import type {
	ICredentialDataDecryptedObject,
	ICredentialTestFunctions,
	ICredentialsDecrypted,
	IDataObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INodeCredentialTestResult,
	UserError,
} from 'n8n-workflow';
import { networkFailure } from '../answer/noAnswer';
import { readAnswer } from '../answer/readAnswer';
import type { FullResponse } from '../answer/readAnswer';
import { refusalOf } from '../answer/refusal';
import { withSecrets } from '../answer/secrets';
import { apiUrl } from '../credential/baseUrl';
import type { Failure } from '../failure';
import { LoginFailure } from '../login/attempt';
import type { Answer, Provider } from '../provider';
import { isRecord, plainText } from '../values';
import { DEFAULT_TIMEOUT, requestOptions } from './call';
import type { Call } from './call';

/** What is wrong, and what to do, without and with a full stop. */
export type Wrong = Pick<Failure, 'message' | 'description'>;

/** What the test of a credential asks, and how it reads the answer. */
export interface CredentialTest {
	provider: Provider;
	/** The API's name in messages: "Voice API". */
	api: string;
	/** A request that costs nothing and reaches nobody. */
	request: Omit<Call, 'timeout'>;
	/** Logs in, if that takes a request of its own; returns the credential with its token. */
	logIn?(
		helper: IHttpRequestHelper,
		credential: ICredentialDataDecryptedObject,
	): Promise<ICredentialDataDecryptedObject>;
	/** The headers of the login. */
	headersOf(credential: ICredentialDataDecryptedObject): IDataObject;
	/** What is wrong with the login; undefined if the answer does not refuse it. */
	refusedLogin(answer: Answer): Wrong | undefined;
	/** Whether only the provider answers so, and only after a right login. */
	isRight(answer: Answer): boolean;
}

/** n8n's helper in the form that the nodes have; a test gets only an older one. */
function helperOf({ helpers }: ICredentialTestFunctions): IHttpRequestHelper {
	const { request } = helpers;
	const httpRequest = async ({ url, method, headers, body, timeout }: IHttpRequestOptions) => {
		const answer = (await request({
			...{ uri: url, method, headers, body, timeout },
			...{ encoding: null, resolveWithFullResponse: true, simple: false, followRedirect: false },
		})) as Partial<FullResponse>;
		// The older helper leaves an empty body out.
		return { ...answer, body: answer.body ?? '' };
	};
	return { helpers: { httpRequest } } as unknown as IHttpRequestHelper;
}

async function ask(
	{ provider, request, headersOf, logIn }: CredentialTest,
	helper: IHttpRequestHelper,
	entered: ICredentialDataDecryptedObject,
): Promise<Answer> {
	const url = apiUrl(entered.baseUrl, provider.baseUrl, request.path);
	const credential = (await logIn?.(helper, entered)) ?? entered;
	const options = requestOptions(url, { ...request, timeout: DEFAULT_TIMEOUT });
	const headers = { ...options.headers, ...headersOf(credential) };
	const asked = helper.helpers.httpRequest({ ...options, headers }) as Promise<FullResponse>;
	const result = await asked.catch((thrown: unknown) => ({ thrown }));
	if ('thrown' in result) {
		const failure = networkFailure(result.thrown, provider.name, new URL(url).host);
		throw new LoginFailure(
			failure.outcome === 'unknown' ? { ...failure, description: 'Try again later.' } : failure,
		);
	}
	const answer = readAnswer(result.statusCode, result.headers, result.body);
	return withSecrets(answer, credential);
}

/** Statuses whose advice is about the way to the provider: redirects, and proxies that want a login. */
const isOnTheWay = (status: number) => (status >= 300 && status < 400) || status === 407;

/** A refusal with the advice of a test, which reaches nobody and belongs to no node. */
function withAdvice({ message, description, status = 0 }: Failure, own?: string): Wrong {
	if (own !== undefined || isOnTheWay(status)) return { message, description: own ?? description };
	const isBusy = status === 429 || status >= 500;
	return { message, description: isBusy ? 'Try again later.' : 'Check the credential.' };
}

/** Whether a body under a status of success has the code of a refused login. */
const says401 = ({ status, body }: Answer) =>
	status < 300 &&
	isRecord(body) &&
	[body, body.error]
		.filter(isRecord)
		.some((place) => [place.code, place.status].some((code) => plainText(code) === '401'));

/** What is wrong; undefined if the login is right. */
function wrongWith(answer: Answer, { provider, api, ...test }: CredentialTest): Wrong | undefined {
	const { status, bodyKind } = answer;
	const refusal = refusalOf(answer, provider);
	if (status === 404 || status === 405)
		return {
			message: `There is no ${api} at Base URL: ${refusal!.message}`,
			description: 'Correct Base URL.',
		};
	const refused = test.refusedLogin(says401(answer) ? { ...answer, status: 401 } : answer);
	if (refused !== undefined) return refused;
	if (!(refusal && status < 300) && test.isRight(answer)) return undefined;
	if (refusal) return withAdvice(refusal, provider.readRefusal?.(answer)?.advice);
	return {
		message: `Base URL was answered ${status} with ${bodyKind}, which is not how ${provider.name} answers`,
		description: 'Correct Base URL.',
	};
}

const verdict = (
	status: INodeCredentialTestResult['status'],
	message: string,
): INodeCredentialTestResult => ({ status, message });

const verdictOn = ({ message, description }: Wrong) =>
	verdict('Error', `${message}. ${description}`.trim());

/**
 * A test of a credential as a function, which a node has under `methods.credentialTest`: rules of a request compare only
 * single values, and n8n 1 and 2.0 cannot tell a 400 from a 401 by them (docs/n8n-facts.md#credentials).
 */
export const credentialTest = (test: CredentialTest) =>
	async function (
		this: ICredentialTestFunctions,
		{ data = {} }: ICredentialsDecrypted,
	): Promise<INodeCredentialTestResult> {
		try {
			const answer = await ask(test, helperOf(this), data as ICredentialDataDecryptedObject);
			const wrong = wrongWith(answer, test);
			return wrong ? verdictOn(wrong) : verdict('OK', 'Connection successful!');
		} catch (thrown) {
			const { message, description } = thrown as UserError;
			return verdictOn({ message, description: description ?? '' });
		}
	};

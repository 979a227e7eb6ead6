import { basicAuthorization } from '../shared/credential/authenticated';
import type { Answer } from '../shared/provider';
import { credentialTest } from '../shared/request/credentialTest';
import type { Wrong } from '../shared/request/credentialTest';
import { isRecord, plainKey, plainText } from '../shared/values';
import { ants } from './provider';
import { readStatus } from './statusCodes';

/** ANTS' own code of a refused login, which comes with HTTP 200 too (docs/providers/ants.md#status-codes). */
const AUTHENTICATION_FAILED = '9998';

function refusedLogin(answer: Answer): Wrong | undefined {
	const isRefused =
		[401, 403].includes(answer.status) ||
		readStatus(answer)?.status?.code === AUTHENTICATION_FAILED;
	return isRefused
		? { message: 'ANTS did not accept Username and Password', description: 'Correct them.' }
		: undefined;
}

/** Whether an answer holds a balance, `{type, credit}`. */
const hasBalance = ({ status, body }: Answer): boolean =>
	status < 300 &&
	isRecord(body) &&
	[body, body.data, body.result]
		.filter(isRecord)
		.flatMap((place) => Object.entries(place))
		.some(([key, value]) => /credit|balance/.test(plainKey(key)) && plainText(value) !== '');

/** The test of the ANTS API credential: asks for the balance, which costs nothing. */
export const testAntsApi = credentialTest({
	provider: ants,
	api: 'ANTS API',
	request: { method: 'POST', path: '/account/balance', body: {} },
	headersOf: ({ username, password }) => ({
		Authorization: basicAuthorization(username, password),
	}),
	refusedLogin,
	isRight: hasBalance,
});

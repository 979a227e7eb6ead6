import type { Failure } from '../failure';
import type { Provider, Answer } from '../provider';
import { forMessage } from '../values';
import { maskerFor } from './mask';
import { unknownOutcome } from './noAnswer';
import { carriesRefusal } from './signs';
import { messageIn } from './words';

const MAXIMUM_LENGTH = 300;

/** Cuts a provider's message to the length that an error has room for. */
export const shorten = (words: string) =>
	words.length > MAXIMUM_LENGTH ? `${words.slice(0, MAXIMUM_LENGTH)}…` : words;

function adviceFor(status: number, { name, credentialName }: Provider): string {
	if (status === 401)
		return `Check the login in the ${credentialName} credential; n8n tests it when you save.`;
	if (status === 403)
		return `The login is right but may not do this. Ask ${name} to allow it for your account.`;
	if (status === 404 || status === 405) return 'Check Base URL in the credential.';
	if (status === 407)
		return 'A proxy between n8n and the provider wants a login. Put it into HTTPS_PROXY of the machine that runs n8n: http://name:password@host:port.';
	if (status === 408 || status === 429)
		return 'Send fewer at once: set Batching or a lower Max Concurrency under Options, then try again later.';
	if (status >= 500)
		return `Try again later, or switch on Retry On Fail in the node’s settings. If it goes on, ask ${name}.`;
	return 'Check the fields of the node against what the provider says, then try again.';
}

/** HTTP statuses of a proxy that got no complete answer: the provider may still have processed the request. */
const UNKNOWN = new Set([502, 504, 520, 522, 524, 598]);

type Mask = <T>(value: T) => T;

function redirect(answer: Answer, provider: Provider, mask: Mask): Failure {
	const { location } = answer.headers;
	const target = URL.canParse(location) ? ` to ${forMessage(mask(new URL(location).host))}` : '';
	return {
		message: `${provider.name} answered ${answer.status}: it redirects${target}, which is not followed`,
		description:
			'A redirect would hand your login to another address. Enter the right Base URL in the credential.',
		outcome: 'refused',
		status: answer.status,
	};
}

/** The provider's message without codes and secrets; '' if it gave none. */
function wordsIn(answer: Answer, own: string | undefined, mask: Mask): string {
	const { status, body, text } = answer;
	// A short code is masked only as a whole value, before words are made of it; a field's name may be the code, too.
	const masked = { ...answer, body: mask(body), text: mask(text) };
	const words = mask(own ?? messageIn(masked));
	if (words !== '' || !body || status >= 400) return shorten(words);
	return forMessage(mask(JSON.stringify(masked.body)));
}

/**
 * The failure to throw for an answer of any provider: its message, the HTTP status and the next step.
 * Undefined if the answer is a success.
 *
 * @param mask masks codes and secrets in the message; the answer itself is not masked
 */
export function refusalOf(
	answer: Answer,
	provider: Provider,
	mask: Mask = maskerFor([], answer.secrets),
): Failure | undefined {
	const { status } = answer;
	const hundred = Math.floor(status / 100);
	if (hundred === 3) return redirect(answer, provider, mask);
	const refusal = provider.readRefusal?.(answer);
	const isOwn = (code: unknown) => mask(code) !== code;
	const saysNo = refusal ?? carriesRefusal(answer.body ?? answer.text, isOwn);
	if (hundred === 2 && !saysNo) return undefined;

	const words = wordsIn(answer, refusal?.words, mask);
	const answered = `${provider.name} answered ${status}`;
	if (UNKNOWN.has(status))
		return unknownOutcome(
			`${answered}${words === '' ? ` (${answer.bodyKind})` : `: ${words}`}`,
			status,
		);
	return {
		message:
			words === ''
				? `${answered} (${answer.bodyKind})`
				: `${words} (${provider.name}, HTTP ${status})`,
		description: refusal?.advice ?? adviceFor(status, provider),
		outcome: 'refused',
		status,
	};
}

import { withoutSeparators } from '../codes/typedCode';
import { outcomeOf } from '../failure';
import type { NodeFailure } from '../failure';
import { runOnce } from '../items/runOnce';
import { plainText } from '../values';
import { isRightCode } from './challenge';
import type { Claim } from './challenge';
import { codeView, outputOf, refused, unavailable } from './result';
import type { Result } from './result';
import type { Trial } from './snapshot';
import { claimOf, digestOf } from './visit';
import type { Visit, Way } from './visit';

/** Characters. The longest documented code has 64. */
const LONGEST_CODE = 64;

/** What an attempt came to, in the words of Code: Verify. */
type Reason = 'match' | 'mismatch' | 'expired' | 'tooManyAttempts' | 'alreadyVerified';

/** What a provider says of a code, in these words: a code that it does not know any more has expired. */
const REASONS: Record<string, Reason> = {
	match: 'match',
	mismatch: 'mismatch',
	expired: 'expired',
	notFound: 'expired',
	tooManyAttempts: 'tooManyAttempts',
	alreadyVerified: 'alreadyVerified',
};

/**
 * Asks the provider that made the code. The attempt is given back if it could not compare the code.
 *
 * @returns undefined if the provider did not say
 */
async function askProvider(
	visit: Visit,
	way: Way,
	claim: Claim,
	trial: Trial,
): Promise<Reason | undefined> {
	const { credential } = way;
	const { check, provider } = way.of;
	const { operation, parametersOf } = check!;
	const parameters = parametersOf(claim.providerId!, withoutSeparators(visit.asked.code));
	try {
		const output = await runOnce(visit.functions, provider, credential, operation, parameters);
		return REASONS[plainText(output.reason)];
	} catch (thrown) {
		if (outcomeOf(thrown as NodeFailure) !== 'unknown') trial.returned++;
		return undefined;
	}
}

async function compare(visit: Visit, claim: Claim, trial: Trial): Promise<Reason | undefined> {
	const way = visit.ways.find(({ of }) => of.value === claim.provider);
	if (claim.providerId === undefined)
		return isRightCode(visit.key, claim, visit.asked.code) ? 'match' : 'mismatch';
	// The builder may have taken the provider out meanwhile.
	return way?.of.check ? await askProvider(visit, way, claim, trial) : 'expired';
}

const attemptsOf = ({ counted, returned }: Trial) => counted - returned;

/** Counts an attempt, then compares. Nothing is awaited between a check and its mark. */
async function attempt(visit: Visit, claim: Claim, trial: Trial): Promise<Reason | undefined> {
	if (trial.isVerified) return 'alreadyVerified';
	if (claim.expiry <= Date.now()) return 'expired';
	if (attemptsOf(trial) >= visit.settings.maxAttempts) return 'tooManyAttempts';
	trial.counted++;
	const reason = await compare(visit, claim, trial);
	if (reason !== 'match') return reason;
	if (trial.isVerified) return 'alreadyVerified';
	trial.isVerified = true;
	return 'match';
}

function resultOf(visit: Visit, claim: Claim, trial: Trial, reason: Reason): Result {
	const { settings, asked, ways } = visit;
	const left = Math.max(0, settings.maxAttempts - attemptsOf(trial));
	const attemptsLeft = reason === 'tooManyAttempts' ? 0 : left;
	const isVerified = reason === 'match';
	const json = { verified: isVerified, reason, attemptsLeft };
	const isUsedUp = attemptsLeft === 0 && (reason === 'mismatch' || reason === 'tooManyAttempts');
	const key = isUsedUp ? 'tooManyAttempts' : reason;
	// The workflow is told once for each challenge.
	const isTold = isUsedUp && !trial.isTold;
	trial.isTold ||= isUsedUp;
	const step = isVerified ? 'done' : reason === 'alreadyVerified' ? 'closed' : 'code';
	const channel = ways.find(({ of }) => of.value === claim.provider)?.of.channel ?? '';
	const { phoneNumber, reference } = claim;
	const about = { phoneNumber, attempts: attemptsOf(trial), reference, channel };
	return {
		status: 200,
		json,
		view: {
			...codeView(asked.challenge, claim, ways),
			step,
			...(key !== 'match' && { message: { key, attemptsLeft } }),
		},
		// An attempt that is not counted costs nothing to refuse again, and a stranger can make any number of them.
		...((isVerified || reason === 'mismatch') && { keptUntil: claim.expiry }),
		...((isVerified || isTold) && {
			output: outputOf({ ...about, reason: isVerified ? 'match' : 'tooManyAttempts' }),
		}),
	};
}

async function carryOut(visit: Visit, claim: Claim): Promise<Result> {
	const trial = visit.state.trial(claim.id, claim.expiry);
	const reason = await attempt(visit, claim, trial);
	if (reason) return resultOf(visit, claim, trial, reason);
	return unavailable(codeView(visit.asked.challenge, claim, visit.ways));
}

/** Compares a typed code with a challenge, and answers the same form again without another attempt. */
export async function checkCode(visit: Visit): Promise<Result> {
	const { action, code, request, challenge, isJson } = visit.asked;
	const claim = claimOf(visit);
	const isEmpty = withoutSeparators(code) === '' || code.length > LONGEST_CODE;
	if (!claim || (isEmpty && isJson)) {
		const result = refused(400, 'malformed');
		return { ...result, json: { verified: false, ...result.json, attemptsLeft: 0 } };
	}
	if (isEmpty) {
		const view = codeView(challenge, claim, visit.ways);
		return { status: 200, json: {}, view: { ...view, message: { key: 'emptyCode' } } };
	}
	const id = request === '' ? undefined : digestOf(visit, action, request, challenge, code);
	return await visit.state.once(id, async () => await carryOut(visit, claim));
}

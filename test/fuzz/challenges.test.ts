import { createHmac, createSecretKey, scryptSync } from 'node:crypto';
import fc from 'fast-check';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { createChallenge, verifyChallenge } from '../../nodes/shared/codes/challenge';
import { comparable, readingsOf } from '../../nodes/shared/codes/typedCode';
import { VoiceOtpAdvanced } from '../../nodes/VoiceOtpAdvanced/VoiceOtpAdvanced.node';
import { fakeExecution } from '../unit/support/execution';
import { fuzz } from './support/fuzz';
import { anyJson, anyText } from './support/json';
import { expectJson, expectOutput } from './support/output';
import { expectPlainFailure, reportedBy } from './support/words';

// Few, because each costs its scrypt.
const SECRETS = ['a secret', 'another secret', '', '["a secret"]'];
const NOW = 1_900_000_000_000;

const claims = fc.record({
	phoneNumber: fc.oneof(
		fc.stringMatching(/^\+[1-9][0-9]{5,14}$/),
		anyText.filter((text) => text.length < 60),
	),
	expiry: fc.integer({ min: 1_899_999_000, max: 1_900_001_000 }),
	code: fc.oneof(fc.stringMatching(/^[0-9]{4,10}$/), fc.string({ minLength: 1, maxLength: 64 })),
});

const anyCharacter = fc.oneof(
	fc.constantFrom(...'.-_=+/ 01ABab\n\u0000'),
	fc.string({ minLength: 1, maxLength: 1 }),
);

/** One way to alter a text, somewhere. */
const alteration = fc.record({
	how: fc.constantFrom(
		'replace',
		'insert',
		'delete',
		'flip',
		'cut',
		'append',
		'double',
		'swap',
		'case',
		'pad',
	),
	at: fc.nat(400),
	character: anyCharacter,
});

function altered(
	text: string,
	{ how, at, character }: { how: string; at: number; character: string },
) {
	const place = at % Math.max(1, text.length);
	const [before, here, after] = [text.slice(0, place), text.charAt(place), text.slice(place + 1)];
	const parts = text.split('.');
	const part = parts[at % parts.length];
	const put = (with_: string) => parts.map((each) => (each === part ? with_ : each)).join('.');
	const byAlteration: Record<string, () => string> = {
		replace: () => before + character + after,
		insert: () => before + character + here + after,
		delete: () => before + after,
		// Within Base64url, where the last bits of a group may not count.
		flip: () => before + String.fromCharCode(here.charCodeAt(0) ^ 1) + after,
		cut: () => before,
		append: () => text + character.repeat(at + 1),
		double: () => `${text}.${part}`,
		swap: () => [...parts].reverse().join('.'),
		case: () => put(part.toUpperCase()),
		pad: () => put(`${part}=`),
	};
	return byAlteration[how]();
}

/** A challenge says yes to its own code until its expiry, and altered anywhere, under any secret, it says nothing. */
fuzz(
	'challenges, altered',
	15,
	fc.record({
		claim: claims,
		secrets: fc.tuple(fc.constantFrom(...SECRETS), fc.constantFrom(...SECRETS)),
		alterations: fc.array(alteration, { minLength: 1, maxLength: 3 }),
		otherCode: fc.string({ maxLength: 64 }),
	}),
	async ({ claim, secrets: [secret, other], alterations, otherCode }) => {
		const { phoneNumber, expiry, code } = claim;
		const challenge = await createChallenge(secret, claim);
		if (challenge.length > 400) return;
		const verdict = await verifyChallenge(secret, challenge, code, NOW);
		const isOver = NOW >= expiry * 1000;
		expect(verdict).toEqual({ reason: isOver ? 'expired' : 'match', phoneNumber });
		const wrong = await verifyChallenge(secret, challenge, otherCode, NOW);
		const isRight = readingsOf(otherCode).some((reading) => reading === comparable(code));
		expect(wrong.reason).toBe(isOver ? 'expired' : isRight ? 'match' : 'mismatch');
		expect(challenge.includes(code) && code.length >= 8).toBe(false);

		const forged = alterations.reduce(altered, challenge);
		if (forged !== challenge)
			expect(await verifyChallenge(secret, forged, code, NOW)).toEqual({ reason: 'malformed' });
		if (other !== secret)
			expect(await verifyChallenge(other, challenge, code, NOW)).toEqual({ reason: 'malformed' });
	},
);

const ITEM_CREDENTIAL = {
	authentication: 'productToken',
	productToken: 'a secret',
	baseUrl: 'https://a.example',
};

/** Code: Verify as n8n runs it. */
async function verify(parameters: IDataObject) {
	const { context, sent } = fakeExecution({
		parameters: { resource: 'code', operation: 'verify', ...parameters },
		credential: ITEM_CREDENTIAL,
	});
	const result = await (
		new VoiceOtpAdvanced().execute.call(context) as Promise<INodeExecutionData[][]>
	).catch((thrown: unknown) => ({ thrown }));
	expect(sent).toEqual([]);
	return result;
}

const promised = {
	...{ type: 'voiceOtpAdvanced', parameters: { resource: 'code', operation: 'verify' } },
	own: ['verified', 'reason', 'phoneNumber', 'attemptsLeft'],
};

const parameter = fc.oneof({ weight: 3, arbitrary: anyText }, { weight: 2, arbitrary: anyJson });
const numberOption = fc.oneof(fc.constant(undefined), fc.integer({ min: -2, max: 9 }), anyJson);

/**
 * Whatever the challenge, the code and the options are: no request, and an output that satisfies the schema and verifies
 * nobody, or an error of ours that names the option.
 */
fuzz(
	'challenges of any text, code and type',
	15,
	fc.record({
		challenge: fc.oneof(
			parameter,
			fc
				.tuple(parameter, parameter, parameter)
				.map((parts) =>
					parts.map((part) => (typeof part === 'string' ? part : JSON.stringify(part))).join('.'),
				),
			fc.string({ maxLength: 900 }),
		),
		code: parameter,
		attempt: numberOption,
		maxAttempts: numberOption,
	}),
	async ({ challenge, code, attempt, maxAttempts }) => {
		const result = await verify({
			challenge,
			code,
			options: { attempt, maxAttempts },
		} as IDataObject);
		if ('thrown' in result) {
			expectPlainFailure(reportedBy(result.thrown), 1);
			expect((result.thrown as Error).message).toMatch(
				/^((Attempt|Max Attempts) is “|Attempt is empty|Code (is|holds|“))/,
			);
			return;
		}
		const [[{ json }]] = result;
		expectJson(json);
		expectOutput(json, promised, () => false);
		expect(json.verified).toBe(false);
		expect(['malformed', 'tooManyAttempts']).toContain(json.reason);
		expect(json.phoneNumber).toBeNull();
		expect(json.attemptsLeft).toBeGreaterThanOrEqual(0);
	},
);

/** The key as docs/security.md describes it: what somebody can make who holds the secret. */
const SALT = 'n8n-nodes-voice-sms-otp challenge 1';
const KEY = createSecretKey(scryptSync(JSON.stringify(['a secret']), SALT, 32));
const tag = (...parts: string[]) =>
	createHmac('sha256', KEY).update(JSON.stringify(parts)).digest().subarray(0, 16);

/** A challenge over any claim, sealed with the right key. */
function sealed(claim: string, code: string): string {
	const body = Buffer.from(claim).toString('base64url');
	const proof = tag('code', body, code);
	const seal = tag('claim', body, proof.toString('base64url'));
	return ['1', body, Buffer.concat([seal, proof]).toString('base64url')].join('.');
}

/** A sealed claim that is none of ours verifies nobody: no number that is no text, and no expiry that is no time. */
fuzz(
	'challenges with claims of any type',
	10,
	fc.oneof(
		anyJson.map((claim) => JSON.stringify(claim)),
		fc.tuple(anyJson, anyJson, anyJson).map((claim) => JSON.stringify(claim)),
		fc.tuple(anyText, anyJson).map((claim) => JSON.stringify(claim)),
		anyText,
	),
	async (claim) => {
		const challenge = sealed(claim, '123456');
		if (challenge.length > 400) return;
		const result = await verify({ challenge, code: '123456' });
		if ('thrown' in result) throw result.thrown;
		const [[{ json }]] = result;
		expectOutput(json, promised, () => false);
		if (json.reason === 'malformed') return;
		const [phoneNumber, expiry] = JSON.parse(claim) as unknown[];
		expect(typeof phoneNumber).toBe('string');
		expect(Number.isFinite(expiry)).toBe(true);
		expect(json.phoneNumber).toBe(phoneNumber);
		expect(json.reason).toBe(Date.now() < Number(expiry) * 1000 ? 'match' : 'expired');
	},
);

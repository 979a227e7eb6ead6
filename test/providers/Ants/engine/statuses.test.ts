import { STATUSES } from '../../../../nodes/Ants/statusCodes';
import { NodeTest } from '../../../support/nodeTest';
import { casesOf } from '../..';
import { provider } from '../provider';
import { ANTS_STATUSES } from '../sandbox/statuses';
import type { AntsStatusCode } from '../sandbox/statuses';

const [request, resend, verify] = casesOf(provider);

/** Statuses that are answers to Verify (docs/providers/ants.md#status-codes), in the words of Code: Verify. */
const REASONS: Partial<Record<AntsStatusCode, string>> = {
	'0303': 'notFound',
	'0304': 'tooManyAttempts',
	'0305': 'expired',
	'0306': 'alreadyVerified',
};
/** A word of the advice that a user needs for the status. */
const ADVICE: Record<Exclude<AntsStatusCode, '0000'>, RegExp> = {
	'9999': /Try again later/,
	'9998': /Username and Password in the ANTS API credential/,
	'9996': /Check the fields/,
	'9995': /Top up/,
	'0301': /OTC ID/,
	'0302': /country code/,
	'0303': /request a new code/,
	'0304': /Request a new code/,
	'0305': /Request a new code/,
	'0306': /already confirmed/,
	'0307': /Check Mobile/,
};
const CODES = Object.keys(ADVICE) as Array<Exclude<AntsStatusCode, '0000'>>;

it('knows the twelve documented statuses', () => {
	expect(STATUSES.map(({ code }) => code)).toEqual(
		expect.arrayContaining([...Object.keys(ANTS_STATUSES)]),
	);
	expect(STATUSES).toHaveLength(12);
});

describe.each([request, resend, verify])('$name', ({ type, parameters, name }) => {
	const test = new NodeTest(type, parameters);
	const isVerify = name === verify.name;

	describe.each(['en', 'th'] as const)('in %s', (antsErrorLanguage) => {
		describe.each([200, 400] as const)('with HTTP %i', (antsErrorHttpStatus) => {
			const run = async (providerStatus: AntsStatusCode) => {
				test.sandbox.configure({ antsErrorLanguage, antsErrorHttpStatus });
				test.sandbox.addFault({ match: { provider: 'ants' }, do: { providerStatus } });
				const result = await test.run();
				expect(test.sent).toHaveLength(1);
				expect(test.sandbox.state.inbox).toEqual([]);
				return result;
			};
			const thrown = CODES.filter((code) => !(isVerify && REASONS[code]));
			const answered = isVerify ? (Object.keys(REASONS) as AntsStatusCode[]) : [];

			it.each(thrown)('throws %s with the message of ANTS and the next step', async (code) => {
				const { error, output } = await run(code);
				const status = code === '9998' ? 401 : antsErrorHttpStatus;
				expect(output).toEqual([]);
				expect(error?.name).toBe('NodeApiError');
				expect(error?.message).toBe(
					`${ANTS_STATUSES[code][antsErrorLanguage]} [${code}] (ANTS, HTTP ${status}) [item 0]`,
				);
				expect(error?.description).toMatch(ADVICE[code]);
				expect(error?.httpCode).toBe(String(status));
				expect(error?.context?.outcome).toBe('refused');
			});

			if (answered.length > 0)
				it.each(answered)('reads %s as an answer about the code', async (code) => {
					const { error, output } = await run(code);
					expect(error).toBeUndefined();
					expect(output).toEqual([
						{
							json: {
								otpId: verify.parameters.otpId,
								verified: false,
								reason: REASONS[code],
								status: { code, message: ANTS_STATUSES[code][antsErrorLanguage], description: '' },
							},
							pairedItem: { item: 0 },
						},
					]);
				});
		});
	});

	it.each<[string, object]>([
		['a code of its own', { error: { code: '9995', message: 'x' } }],
		['a number for a code', { error: { code: 9995 } }],
		['a number that lost its zero', { error: { code: 301 } }],
		['letters in another case', { error: { message: 'CREDIT  NOT enough ', description: '' } }],
		['the words in the description', { error: { message: '', description: 'Credit not enough' } }],
		['the words alone', { error: 'Credit not enough' }],
		['`status`', { status: { code: '9995', message: 'Credit not enough' } }],
		['`success`', { success: { message: 'Credit not enough', description: '' } }],
		['the top', { code: '9995', message: 'Credit not enough' }],
	])('finds a refusal as %s', async (_name, body) => {
		test.sandbox.addFault({ match: { provider: 'ants' }, do: { status: 200, body } });
		const { error, output } = await test.run();
		expect(output).toEqual([]);
		expect(error?.message).toMatch(/\[(9995|0301)\] \(ANTS, HTTP 200\) \[item 0\]$/);
	});

	it('keeps an undocumented message unchanged', async () => {
		const body = { error: { message: 'Sender blocked', description: 'Ask sales' } };
		test.sandbox.addFault({ match: { provider: 'ants' }, do: { status: 200, body } });
		const { error } = await test.run();
		expect(error?.message).toBe('Sender blocked – Ask sales (ANTS, HTTP 200) [item 0]');
	});
});

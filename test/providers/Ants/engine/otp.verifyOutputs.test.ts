import { casesOf } from '../..';
import { NodeTest } from '../../../support/nodeTest';
import { startTinyServer } from '../../../support/tinyServer';
import type { TinyAnswer } from '../../../support/tinyServer';
import { provider } from '../provider';

const [, , verify] = casesOf(provider);
const test = new NodeTest(verify.type, verify.parameters);
const LABELS = ['Verified', 'Try Again', 'Not Verified', 'Error'];
const VERSION_2 = { typeVersion: 2 };

/** The label of the output where the item is, after these answers of ANTS, one for each request. */
async function labelAfter(answers: TinyAnswer[], settings: object) {
	const server = await startTinyServer(
		() => answers[Math.min(server.requests.length, answers.length) - 1],
	);
	const credential = { baseUrl: server.url };
	const { outputs } = await test.run({ credential, settings: { ...VERSION_2, ...settings } });
	await server.close();
	const at = outputs.flatMap((output, index) => (output ?? []).map(() => LABELS[index]));
	return { at, requests: server.requests.length };
}

it.each([
	['Verified', { result: true }],
	['Try Again', { result: false, isErrorCount: true }],
	['Not Verified', { result: false, isExprCode: true }],
	['Not Verified', { error: { code: '0303' } }],
	['Not Verified', { error: { code: '0304' } }],
	['Not Verified', { error: { code: '0305' } }],
	['Not Verified', { error: { code: '0306' } }],
])('puts at %s what ANTS answers with %j', async (label, json) => {
	for (const onError of ['stopWorkflow', 'continueErrorOutput'])
		expect(await labelAfter([{ json }], { onError })).toEqual({ at: [label], requests: 1 });
});

const unknown = { json: {} };
const RETRY_ON_FAIL = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };

describe('where ANTS does not say whether the code is right', () => {
	it.each([
		['Not Verified', 'continueRegularOutput', {}, 1],
		['Error', 'continueErrorOutput', {}, 1],
		['Error', 'continueErrorOutput', RETRY_ON_FAIL, 3],
	])('is at %s with %s', async (label, onError, settings, requests) => {
		const result = await labelAfter([unknown], { onError, ...settings });
		expect(result).toEqual({ at: [label], requests });
	});

	it('is asked again by Retry On Fail, whose last answer counts', async () => {
		const settings = { onError: 'continueErrorOutput', ...RETRY_ON_FAIL };
		const result = await labelAfter([unknown, { json: { result: true } }], settings);
		expect(result).toEqual({ at: ['Verified'], requests: 2 });
	});
});

import { NodeTest } from '../../../support/nodeTest';
import { casesOf } from '../..';
import { CALLER, provider } from '../provider';

const [create] = casesOf(provider);
const test = new NodeTest(create.type, create.parameters);
const [one, two, three] = ['+84919273027', '+66812345678', '+31201234567'];
const event = (callee: string | undefined, more: object = {}) => ({
	...{ type: 'call-queued', 'call-id': `id of ${callee}`, 'instruction-id': null },
	...{ caller: CALLER, callee, success: true, ...more },
});
const answerOnce = (body: object, status = 200) =>
	test.sandbox.addFault({ match: { provider: 'cmVoice' }, times: 1, do: { status, body } });
const callees = (...numbers: string[]) => ({ parameters: { callees: numbers.join(', ') } });
const retry = { settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 } };

describe('a 2xx answer with success: false', () => {
	it.each<[object, string]>([
		[{ success: false, error: 'No credit' }, 'No credit'],
		[{ success: false, error: { message: 'No credit', code: 4 } }, 'No credit'],
		[{ success: false, error: [{ message: 'No credit' }] }, 'No credit'],
		[{ success: false, message: 'No credit' }, 'No credit'],
		[{ success: 'False', error: 'No credit' }, 'No credit'],
		[{ success: false }, 'no reason given'],
		[{ success: false, error: null }, 'no reason given'],
	])('is a refusal: %j', async (more, reason) => {
		for (const body of [event(one, more), [event(one, more)]]) {
			answerOnce(body);
			const { error, output } = await test.run();
			expect(output).toEqual([]);
			expect(error?.name).toBe('NodeApiError');
			expect(error?.message).toBe(`CM.com refused: ${one}: ${reason} [item 0]`);
			expect(error?.description).toMatch(/^Check Callees and Caller/);
			expect(error?.context).toMatchObject({ outcome: 'refused', itemIndex: 0 });
		}
	});

	it('is sent again by Retry On Fail, but not within the try', async () => {
		answerOnce(event(one, { success: false, error: 'Busy' }));
		const { error, output } = await test.run(retry);
		expect(error).toBeUndefined();
		expect(test.sent).toHaveLength(2);
		expect(output.map(({ json }) => json.phoneNumber)).toEqual([one]);
	});
});

describe('a list of which some were refused', () => {
	const partly = [
		event(one),
		event(two, { success: false, error: 'Blocked' }),
		event(three, { success: false, error: 'Too long' }),
	];

	it('is thrown with the refused recipients and the reasons', async () => {
		answerOnce(partly);
		const { error, output } = await test.run(callees(one, two, three));
		expect(output).toEqual([]);
		expect(error?.message).toBe(`CM.com refused: ${two}: Blocked; ${three}: Too long [item 0]`);
		expect(error?.description).toContain('The other recipients were called');
	});

	it('is repeated only for the refused recipients', async () => {
		answerOnce(partly);
		const { error, output } = await test.run({ ...callees(one, two, three), ...retry });
		expect(error).toBeUndefined();
		expect(test.sent.map(({ body }) => [body?.callee, body?.callees])).toEqual([
			[undefined, [one, two, three]],
			[undefined, [two, three]],
		]);
		expect(output.map(({ json }) => [json.phoneNumber, json.success])).toEqual([
			[one, true],
			[two, true],
			[three, true],
		]);
	});

	it('puts out for each recipient the challenge of the code that was read to them', async () => {
		answerOnce(partly);
		const { output } = await test.run({ ...callees(one, two, three), ...retry });
		const codes = test.sent.map(({ body }) => body?.code);
		const verified = await test.run({
			parameters: {
				resource: 'code',
				operation: 'verify',
				challenge: '={{ $json.challenge }}',
				code: '={{ $json.code }}',
			},
			items: output.map(({ json }, index) => ({ ...json, code: codes[index === 0 ? 0 : 1] })),
		});
		expect(verified.output.map(({ json }) => json.reason)).toEqual(['match', 'match', 'match']);
	});

	it('is repeated down to the last recipient, which is sent as `callee`', async () => {
		answerOnce([event(one), event(two, { success: false }), event(three)]);
		await test.run({ ...callees(one, two, three), ...retry });
		expect(test.sent[1].body).toMatchObject({ callee: two });
		expect(test.sent[1].body).not.toHaveProperty('callees');
	});

	it('puts out the accepted recipients in continue mode', async () => {
		answerOnce(partly);
		const { output } = await test.run({
			...callees(one, two, three),
			settings: { onError: 'continueRegularOutput' },
		});
		expect(output.map(({ json }) => json.phoneNumber ?? json.error)).toEqual([
			one,
			`CM.com refused: ${two}: Blocked; ${three}: Too long [item 0]`,
		]);
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 0 }]);
	});
});

describe('the events of an answer', () => {
	const challenged = async (body: object) => {
		answerOnce(body);
		const { output } = await test.run(callees(one, two));
		return output.map(({ json }) => [json.phoneNumber, json['call-id']]);
	};

	it.each<[string, object[]]>([
		['in another order', [event(two), event(one)]],
		['without the plus', [event('84919273027'), event('66812345678')]],
		['with 00', [event('84 919 273 027'), event('66-812345678')]],
	])('match the recipients: %s', async (_name, events) => {
		const answered = await challenged(events);
		expect(answered.map(([number]) => number)).toEqual([one, two]);
		for (const [number, id] of answered)
			expect(String(id).replace(/\D/g, '')).toBe(String(number).slice(1));
	});

	it('give no challenge if they name nobody, because their position does not count', async () => {
		answerOnce(['first', 'second'].map((id) => event(undefined, { 'call-id': id })));
		const { error, output } = await test.run(callees(one, two));
		expect(output).toEqual([]);
		expect(error?.message).toBe(`CM.com answered 200 with no word about ${one}, ${two} [item 0]`);
		expect(error?.context?.outcome).toBe('unknown');
	});
});

describe('a list with fewer events than callees', () => {
	it('gives the others an unknown outcome, and no later try calls anybody again', async () => {
		answerOnce([event(one)]);
		const { error } = await test.run({ ...callees(one, two, three), ...retry });
		expect(test.sent).toHaveLength(1);
		expect(error?.message).toBe(`CM.com answered 200 with no word about ${two}, ${three} [item 0]`);
		expect(error?.context?.outcome).toBe('unknown');
		expect(error?.description).toContain('The other recipients were called');
	});

	it('puts out the called recipient beside them in continue mode', async () => {
		answerOnce([event(one)]);
		const { output } = await test.run({
			...callees(one, two, three),
			settings: { onError: 'continueRegularOutput', retryOnFail: true, maxTries: 3 },
		});
		expect(test.sent).toHaveLength(1);
		expect(output.map(({ json }) => json.phoneNumber ?? json.details)).toEqual([
			one,
			expect.objectContaining({ outcome: 'unknown' }),
		]);
	});
});

it.each<[object]>([[[]], [['queued']], [{}]])(
	'throws an unknown outcome for %j with 200',
	async (body) => {
		answerOnce(body);
		const { error, output } = await test.run();
		expect(output).toEqual([]);
		expect(error?.message).toBe('CM.com answered 200 with JSON without calls [item 0]');
		expect(error?.context?.outcome).toBe('unknown');
	},
);

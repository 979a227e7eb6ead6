import { CHALLENGING } from '../../providers';
import { VIETNAM } from '../../providers/samples';
import { runNode } from '../../support/engine';
import type { NodeRunResult } from '../../support/engine';
import { NodeTest } from '../../support/nodeTest';

const LONG = { codeLength: 10 };

describe.each(CHALLENGING)('$name', ({ type, parameters, path, code: wire }) => {
	const test = new NodeTest(type, parameters);
	const heard = () => test.sandbox.state.inbox.map(({ code }) => code).reverse();
	const verify = async ({ store, output }: NodeRunResult, code: string) =>
		await runNode({
			type,
			store,
			credential: {},
			parameters: {
				resource: 'code',
				operation: 'verify',
				code,
				challenge: '={{ $json.challenge }}',
			},
			items: output.map(({ json }) => json),
		});

	it('generates a code that only the called person learns', async () => {
		// Ten digits: six could stand in what is stored by chance, in a time stamp for one.
		const result = await test.run({ parameters: { options: LONG } });
		const [code] = heard();
		expect(code).toMatch(/^\d{10}$/);
		expect(test.sentBody[wire!]).toBe(code);
		expect(result.stored).toContain(String(result.output[0].json.challenge));
		expect(result.stored).not.toContain(code);
		for (const encoding of ['base64', 'base64url', 'hex'] as const)
			expect(result.stored).not.toContain(Buffer.from(code).toString(encoding));
	});

	it('generates a different code for each item', async () => {
		const { output } = await test.run({ items: Array.from({ length: 20 }, () => ({})) });
		expect(output).toHaveLength(20);
		expect(heard().every((code) => /^\d{6}$/.test(code))).toBe(true);
		expect(new Set(heard()).size).toBeGreaterThan(15);
		expect(new Set(output.map(({ json }) => json.challenge)).size).toBe(20);
	});

	it('puts out a challenge that Code: Verify accepts only with this code', async () => {
		const created = await test.run({ parameters: { options: LONG } });
		const [code] = heard();
		const right = await verify(created, code);
		expect(right.output.map(({ json }) => json)).toEqual([
			{ verified: true, reason: 'match', phoneNumber: VIETNAM, attemptsLeft: 2 },
		]);
		const wrong = await verify(
			created,
			code.replace(/\d/, (digit) => `${9 - Number(digit)}`),
		);
		expect(wrong.output[0].json).toMatchObject({ verified: false, reason: 'mismatch' });
		expect(wrong.stored).not.toContain(code);
	});

	it('sends an own code unchanged, and puts out its challenge but not the code', async () => {
		const code = 'K7 4-91x';
		const created = await test.run({ parameters: { codeSource: 'own', code } });
		expect(heard()).toEqual([code]);
		expect(JSON.stringify(created.outputs)).not.toMatch(/K7.?4.?91x/i);
		expect(created.output[0].json.codeLength).toBe(6);
		for (const typed of [code, 'K7491x', ' K 7 4 9 1 x ', 'k7–491—X'])
			expect((await verify(created, typed)).output[0].json.reason).toBe('match');
		for (const typed of ['K7491y', 'K7491', 'K7491xx'])
			expect((await verify(created, typed)).output[0].json.reason).toBe('mismatch');
	});

	it.each(['123445', '123 445', '12-34-45'])(
		'masks the code %s in a refusal that repeats it',
		async (code) => {
			const words = 'The code 1 2 3 4 4 5 (123445, "123-445") is too simple';
			test.sandbox.addFault({
				match: { method: 'POST', path },
				do: { status: 400, body: { message: words, code: '123445', again: { otp: 123445 } } },
			});
			const { error } = await test.run({ parameters: { codeSource: 'own', code } });
			expect(error?.message).toContain('The code ****** (******, "******") is too simple');
			// The node's own parameters, which n8n stores beside it, have the code because the user put it there.
			expect(JSON.stringify({ ...error, node: undefined })).not.toMatch(/123.?445|1 2 3/);
		},
	);

	it.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'masks the code in continue mode (%s)',
		async (onError) => {
			test.sandbox.addFault({
				match: { method: 'POST', path },
				do: { status: 400, body: { otp: ['"123445" is too simple'] } },
			});
			const own = { codeSource: 'own', code: '123445' };
			const { outputs } = await test.run({ parameters: own, settings: { onError } });
			expect(JSON.stringify(outputs)).toContain('otp: \\"******\\" is too simple');
			expect(JSON.stringify(outputs)).not.toContain('123445');
		},
	);
});

import { NodeTest } from '../../../support/nodeTest';
import { casesOf } from '../..';
import { VIETNAM } from '../../samples';
import { CALLER, provider } from '../provider';
import { account } from '../sandbox';

const [create] = casesOf(provider);
const test = new NodeTest(create.type, create.parameters);
const code = expect.stringMatching(/^\d{6}$/);
const usual = { callee: VIETNAM, caller: CALLER, code, 'code-type': 'Default' };
const json = { accept: 'application/json', 'content-type': 'application/json' };

it('places the call in the documented form', async () => {
	const { error } = await test.run();
	expect(error).toBeUndefined();
	expect(test.requests).toEqual([
		{
			method: 'POST',
			path: '/OTP',
			headers: { ...json, 'x-cm-producttoken': account.productToken },
			body: usual,
		},
	]);
});

it.each<[string, object, object]>([
	[
		'productToken',
		{ productToken: account.productToken },
		{ 'x-cm-producttoken': account.productToken },
	],
	['bearer', { token: account.bearerToken }, { authorization: `Bearer ${account.bearerToken}` }],
	[
		'basic',
		{ username: account.username, password: account.password },
		{
			authorization: `Basic ${Buffer.from(`${account.username}:${account.password}`).toString(
				'base64',
			)}`,
		},
	],
])('authenticates only by %s, for any other content of the credential', async (...given) => {
	const [authentication, login, headers] = given;
	const rest = { productToken: 'wrong', token: 'wrong', username: 'wrong', password: 'wrong' };
	const { error } = await test.run({ credential: { ...rest, ...login, authentication } });
	expect(error).toBeUndefined();
	expect(test.requests.map(({ headers: sent }) => sent)).toEqual([{ ...json, ...headers }]);
});

it("puts out CM.com's answer and the challenge", async () => {
	const { output } = await test.run({ parameters: { options: { instructionId: 'order-1234' } } });
	expect(output).toEqual([
		{
			json: {
				type: 'call-queued',
				'call-id': test.sandbox.state.inbox[0].id,
				'instruction-id': 'order-1234',
				caller: CALLER,
				callee: VIETNAM,
				success: true,
				phoneNumber: VIETNAM,
				challenge: expect.stringMatching(/^1\.[\w-]+\.[\w-]+$/),
				expiresAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
				codeLength: 6,
			},
			pairedItem: { item: 0 },
		},
	]);
});

describe('caller and code', () => {
	const own = { codeSource: 'own', code: '123445' };

	it.each<[string, object, object]>([
		['nothing', {}, {}],
		['Caller as people write it', { caller: '+31 (0)20 123 45 67' }, {}],
		['Caller from a number', { caller: '={{ "+" + 31201234567 }}' }, {}],
		['an own code', own, { code: '123445' }],
		['an own code of letters', { ...own, code: 'aB-12' }, { code: 'aB-12' }],
		['Default Country', { options: { defaultCountry: 'VN' }, callees: '0919273027' }, {}],
	])('are sent in the right form with %s', async (_name, parameters, fields) => {
		const { error } = await test.run({ parameters: parameters as never });
		expect(error).toBeUndefined();
		expect(test.sentBody).toEqual({ ...usual, ...fields });
	});
});

it('reads the Caller with Default Country', async () => {
	const options = { defaultCountry: 'TH' };
	await test.run({ parameters: { caller: '02 123 4567', callees: '081 234 5678', options } });
	expect(test.sentBody).toMatchObject({ caller: '+6621234567', callee: '+66812345678' });
});

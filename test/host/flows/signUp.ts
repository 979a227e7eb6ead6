import { rowsOf } from './support/dataTable';
import { anotherCode, type FlowTest } from './support/flowTest';
import { executionsOf, postTo } from './support/verification';

const FILE = 'sign-up';
const TABLE = 'members';

export function signUp(flow: FlowTest): void {
	const post = async (body: unknown) =>
		await postTo(flow.verification(flow.host.example(FILE)), body);
	const members = async () => (await rowsOf(flow.host.client, TABLE)) as object[];

	it('stores a member whose number is verified, and welcomes them', async () => {
		const { data } = await post({ phoneNumber: '0919 273 401', reference: 'Lan' });
		const { challenge } = data;
		const [{ code }] = flow.host.sandbox.state.inbox;
		await post({ challenge, code: anotherCode(code) });
		expect(await executionsOf(flow, flow.host.example(FILE), 0)).toEqual([]);

		const { status, data: answer } = await post({ challenge, code });
		expect({ status, answer }).toEqual({
			status: 200,
			answer: {
				verified: true,
				welcome: 'Welcome, Lan. +84919273401 is your number.',
				member: expect.any(Number) as number,
			},
		});
		const member = { phoneNumber: '+84919273401', name: 'Lan' };
		expect(await members()).toEqual([expect.objectContaining(member)]);
	});
}

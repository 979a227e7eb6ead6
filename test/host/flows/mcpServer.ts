import type { FlowTest } from './support/flowTest';
import { anotherCode } from './support/flowTest';
import { connectMcp, firstItemOf, type McpClient } from './support/mcpClient';

/** @param hasInstructions - whether this n8n sends the server's instructions to MCP clients */
export function mcpServer(flow: FlowTest, hasInstructions = true): void {
	let client: McpClient;
	const connect = async (token: string) => {
		const { n8nFolder, n8n } = flow.host;
		return await connectMcp(n8nFolder, `${n8n.url}/mcp/phone-verification`, token);
	};

	beforeAll(async () => {
		client = await connect(flow.host.setup.secret);
	});
	afterAll(async () => await client?.close());

	const call = async (name: string, args: object) =>
		await client.callTool({ name, arguments: args });

	it('lists its tools with their purpose and parameters', async () => {
		const { tools } = await client.listTools();
		const needs = Object.fromEntries(
			tools.map(({ name, inputSchema }) => [name, inputSchema.required]),
		);
		expect(needs).toEqual({
			Call_with_a_code: ['phoneNumber'],
			Check_the_spoken_code: ['challenge', 'code'],
			Text_a_code: ['mobile'],
			Check_the_texted_code: ['otpId', 'otpCode'],
		});
		for (const { description } of tools) expect(description).toMatch(/^(Calls|Checks|Sends) /);
		const instructions = hasInstructions
			? (expect.stringContaining('Never guess a code') as string)
			: undefined;
		expect(client.getInstructions()).toEqual(instructions);
	});

	it('calls a number, and verifies the code with the challenge', async () => {
		const answer = await call('Call_with_a_code', { phoneNumber: '0919 273 201' });
		const { challenge, codeLength, phoneNumber } = firstItemOf(answer);
		expect({ codeLength, phoneNumber }).toEqual({ codeLength: 10, phoneNumber: '+84919273201' });
		const [{ code, to }] = flow.host.sandbox.state.inbox;
		expect(to).toBe('0919273201');
		expect(JSON.stringify(answer)).not.toContain(code);

		const check = async (typed: string) =>
			firstItemOf(await call('Check_the_spoken_code', { challenge, code: typed }));
		expect(await check(anotherCode(code))).toMatchObject({ verified: false, reason: 'mismatch' });
		expect(await check(code)).toMatchObject({ verified: true, phoneNumber: '+84919273201' });
	});

	it('calls one number after the other', async () => {
		for (const digits of ['202', '203', '204']) {
			firstItemOf(await call('Call_with_a_code', { phoneNumber: `0919 273 ${digits}` }));
		}
		const { perRecipient } = flow.host.sandbox.state.counters.accepted;
		expect(perRecipient).toMatchObject({ '0919273202': 1, '0919273203': 1, '0919273204': 1 });
	});

	it('calls each number once for two agents at once, even with Retry On Fail', async () => {
		const { client: n8n, sandbox } = flow.host;
		const stored = (await n8n.workflows.list()).find(({ name }) => name.includes('MCP'))!;
		const { nodes, ...workflow } = await n8n.workflows.get(stored.id);
		const retrying = nodes.map((node) =>
			node.name === 'Call with a code'
				? { ...node, retryOnFail: true, maxTries: 3, waitBetweenTries: 100 }
				: node,
		);
		const updated = await n8n.workflows.update(stored.id, { ...workflow, nodes: retrying });
		await n8n.workflows.activate(updated);
		const [first, second] = [
			await connect(flow.host.setup.secret),
			await connect(flow.host.setup.secret),
		];
		// The provider makes the call, but its answer is lost.
		sandbox.addFault({ match: { recipient: '919273205' }, do: { reset: 'afterProcessing' } });
		const callBy = async (agent: McpClient, phoneNumber: string) =>
			await agent.callTool({ name: 'Call_with_a_code', arguments: { phoneNumber } });
		const [lost, made] = await Promise.all([
			callBy(first, '0919 273 205'),
			callBy(second, '0919 273 206'),
		]);
		await Promise.all([first.close(), second.close()]);
		expect(lost.isError).toBe(true);
		expect(firstItemOf(made).phoneNumber).toBe('+84919273206');
		const { perRecipient } = sandbox.state.counters.accepted;
		expect(perRecipient).toMatchObject({ '0919273205': 1, '0919273206': 1 });
	});

	it('texts a number, and verifies the code with ANTS', async () => {
		const answer = await call('Text_a_code', { mobile: '081 234 5201' });
		const { otpId } = firstItemOf(answer);
		const [{ code }] = flow.host.sandbox.state.inbox;
		expect(JSON.stringify(answer)).not.toContain(code);
		const checked = await call('Check_the_texted_code', { otpId, otpCode: code });
		expect(firstItemOf(checked)).toMatchObject({ verified: true, reason: 'match' });
	});

	it('tells the agent why a number is not valid', async () => {
		const answer = await call('Call_with_a_code', { phoneNumber: '12345' });
		expect(answer.isError).toBe(true);
		expect(answer.content[0].text).toContain('“12345” is not a valid phone number');
	});

	it.each([
		['a wrong token', () => 'wrong'],
		['a part of the token', () => flow.host.setup.secret.slice(0, -1)],
	])('refuses %s', async (_, token) => {
		await expect(connect(token())).rejects.toThrow(/Authorization data is wrong/);
	});
}

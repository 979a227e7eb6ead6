import { createRequire } from 'node:module';
import path from 'node:path';

/** The answer of a tool. */
export interface ToolAnswer {
	content: Array<{ type: string; text: string }>;
	isError?: boolean;
}

/** The methods of the MCP library's client that the tests use. */
export interface McpClient {
	connect(transport: unknown): Promise<void>;
	getInstructions(): string | undefined;
	listTools(): Promise<{
		tools: Array<{ name: string; description: string; inputSchema: { required?: string[] } }>;
	}>;
	callTool(call: { name: string; arguments: object }): Promise<ToolAnswer>;
	close(): Promise<void>;
}

/**
 * Connects to an MCP server over Streamable HTTP with the client library that n8n itself depends on.
 *
 * @param n8nFolder - the folder where n8n is installed
 * @throws when the server refuses the token
 */
export async function connectMcp(
	n8nFolder: string,
	url: string,
	token: string,
): Promise<McpClient> {
	// The library's own dependencies are installed in n8n's folder, too.
	const requireFromHost = createRequire(path.join(n8nFolder, 'package.json'));
	const library = (file: string) =>
		requireFromHost(`@modelcontextprotocol/sdk/client/${file}.js`) as Record<
			string,
			new (...args: unknown[]) => McpClient
		>;
	const { Client } = library('index');
	const { StreamableHTTPClientTransport } = library('streamableHttp');
	const client = new Client({ name: 'flow-tests', version: '1.0.0' });
	const requestInit = { headers: { authorization: `Bearer ${token}` } };
	await client.connect(new StreamableHTTPClientTransport(new URL(url), { requestInit }));
	return client;
}

/** The first item in a tool's answer. */
export function firstItemOf(answer: ToolAnswer): Record<string, unknown> {
	const [{ text }] = answer.content;
	if (answer.isError) throw new Error(`The tool answered: ${text}`);
	return (JSON.parse(text) as Array<Record<string, unknown>>)[0];
}

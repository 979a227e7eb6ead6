import { createRequire } from 'node:module';
import path from 'node:path';

/** What a tool answered. */
export interface ToolAnswer {
	content: Array<{ type: string; text: string }>;
	isError?: boolean;
}

/** The part of the MCP client library's client that is used here. */
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
 * Connects the real client library, the one n8n itself brings along, to an MCP server over Streamable HTTP.
 *
 * @param n8nFolder - where that n8n is installed
 * @throws when the server refuses the token
 */
export async function connectMcp(
	n8nFolder: string,
	url: string,
	token: string,
): Promise<McpClient> {
	// Its own dependencies are found from where it is installed.
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

/** The first item that a tool put out. */
export function firstItemOf(answer: ToolAnswer): Record<string, unknown> {
	const [{ text }] = answer.content;
	if (answer.isError) throw new Error(`The tool answered: ${text}`);
	return (JSON.parse(text) as Array<Record<string, unknown>>)[0];
}

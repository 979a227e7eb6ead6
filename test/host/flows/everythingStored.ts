import { findCodes, findNeedles, placesOf, readStored } from '../secrets/scan';
import { secretsOf } from '../secrets/needles';
import type { FlowTest } from './support/flowTest';

const OUTPUT = 'data\\.main\\.\\*\\.\\*\\.json';
const of = (node: string, place: string) =>
	new RegExp(`^execution_data\\.data\\.resultData\\.runData\\.${node}\\.\\*\\.${place}$`);

/**
 * The places where n8n itself stores a code that a person typed, an agent passed on or a report contained: the node
 * that received the code, and the field. See docs/security.md#where-a-code-is.
 */
const RECEIVED = [
	// A form page outputs its fields.
	of('Code page', `${OUTPUT}\\.Code`),
	// When the check fails, n8n merges the item of the error output into the input item, which came from the page.
	of('Check the code', `${OUTPUT}\\.Code`),
	// The last page outputs its input item again.
	of('Number not verified', `${OUTPUT}\\.Code`),
	// The arguments that an AI agent passed to its tools.
	of('MCP Server Trigger', `${OUTPUT}\\.mcpToolCall\\.arguments\\.(code|otpCode)`),
	of('Check the spoken code', 'inputOverride\\.ai_tool\\.\\*\\.\\*\\.json\\.code'),
	of('Check the texted code', 'inputOverride\\.ai_tool\\.\\*\\.\\*\\.json\\.otpCode'),
	// A delivery report repeats the message. These executions still wait, and n8n deletes them when they end.
	of('Wait for the report', `${OUTPUT}\\.body\\.details\\.\\*\\.text`),
];

/**
 * The places where n8n stores the secret of the examples' callers. It is no provider's secret: the verification token
 * is a parameter of the triggers. See docs/security.md#triggers.
 */
const CALLERS_SECRET = [
	/^(workflow_entity|workflow_history|execution_data\.workflowData)\.nodes\.\*\.parameters\.verificationToken$/,
	/^\.n8n\/database\.sqlite(-wal)?$/,
	// n8n logs the address of a request that it has no webhook for; see support/forgeries.ts.
	/^n8n's log$/,
];

const without = (places: Record<string, number>, known: RegExp[]) =>
	Object.keys(places).filter((place) => !known.some((pattern) => pattern.test(place)));

/** Searches everything that the other flows left in n8n; must run after them. */
export function everythingStored(flow: FlowTest): void {
	it('stores no password, token or login of a provider anywhere', async () => {
		const { sandbox, n8n, userFolder, setup } = flow.host;
		const stored = await readStored(userFolder, n8n.log());
		const needles = secretsOf(sandbox);
		const codes = new Set(sandbox.state.inbox.map(({ code }) => code).filter(Boolean));
		const found = placesOf(findCodes(stored, codes));
		const secret = placesOf(findNeedles(stored, [{ what: 'secret', text: setup.secret }]));
		const lines = n8n.log().split('\n');
		const logged = lines.filter((line) => line.includes(setup.secret));
		console.info(
			`All flows: ${stored.executions} stored executions, ${stored.files} files, ${stored.bytes} bytes, ${stored.texts.length} values; looked for ${needles.length} forms of secrets (${sandbox.state.tokens.length} access tokens) and ${codes.size} codes`,
			...['\nCodes that n8n received:', found, "\nThe callers' secret:", secret],
			logged.map((line) => line.replaceAll(setup.secret, '…')),
		);
		// The search sees what n8n stored: it finds the last number that was called or texted.
		const [{ to }] = sandbox.state.inbox;
		expect(findNeedles(stored, [{ what: to, text: to.slice(-9) }])).not.toEqual([]);
		expect(codes.size).toBeGreaterThan(20);
		expect(Object.keys(found).length).toBeGreaterThan(1);

		expect(findNeedles(stored, needles)).toEqual([]);
		expect(without(found, RECEIVED)).toEqual([]);
		expect(without(secret, CALLERS_SECRET)).toEqual([]);
	});
}

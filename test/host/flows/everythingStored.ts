import { findCodes, findNeedles, placesOf, readStored } from '../secrets/scan';
import { secretsOf } from '../secrets/needles';
import type { FlowTest } from './support/flowTest';

/**
 * Where n8n itself keeps what a person typed, or a caller posted: the node that received it, by name, and the field. The
 * examples cannot help it; docs/security.md, "Where a code is".
 */
const TYPED = [
	// A form's page puts out its fields.
	/^execution_data\.data\.resultData\.runData\.Code page\.\*\.data\.main\.\*\.\*\.json\.code$/,
	// The webhook of the OTP API puts out the body it got.
	/^execution_data\.data\.resultData\.runData\.Check\.\*\.data\.main\.\*\.\*\.json\.body\.code$/,
	// A tool of an AI agent keeps what the agent gave it.
	/^execution_data\.data\.resultData\.runData\.Check the (spoken|texted) code\.\*\./,
	/^execution_data\.data\.resultData\.runData\.MCP Server Trigger\.\*\./,
];

/** The verification tokens of triggers are parameters of workflows; docs/security.md, "Triggers". */
const TOKENS = /^(workflow_entity|workflow_history|execution_data|workflow_published_version)\./;

/** To be run after all other flows: looks at all that they left in n8n. */
export function everythingStored(flow: FlowTest): void {
	it('has no password, no token and no login of a provider anywhere', async () => {
		const { sandbox, n8n, userFolder, setup } = flow.host;
		const stored = await readStored(userFolder, n8n.log());
		const needles = secretsOf(sandbox);
		const codes = new Set(sandbox.state.inbox.map(({ code }) => code).filter(Boolean));
		const found = placesOf(findCodes(stored, codes));
		const typed = Object.entries(found).filter(([place]) => TYPED.some((at) => at.test(place)));
		const tokens = placesOf(findNeedles(stored, [{ what: 'token', text: setup.secret }]));
		console.info(
			`All flows: ${stored.executions} stored executions, ${stored.files} files, ${stored.bytes} bytes, ${stored.texts.length} values; looked for ${needles.length} forms of secrets (${sandbox.state.tokens.length} access tokens) and ${codes.size} codes; typed codes at:\n${JSON.stringify(typed, null, 1)}\nthe callers' secret at:\n${JSON.stringify(tokens, null, 1)}`,
		);
		// What is looked at is what was stored: a number that every flow has called or texted.
		const [{ to }] = sandbox.state.inbox;
		expect(findNeedles(stored, [{ what: to, text: to.slice(-9) }])).not.toEqual([]);
		expect(codes.size).toBeGreaterThan(20);
		expect(typed.length).toBeGreaterThan(1);

		expect(findNeedles(stored, needles)).toEqual([]);
		expect(Object.keys(found).filter((place) => !TYPED.some((at) => at.test(place)))).toEqual([]);
		const inValues = Object.keys(tokens).filter((place) => !place.includes('database.sqlite'));
		expect(inValues.filter((place) => !TOKENS.test(place))).toEqual([]);
	});
}

import { bulkRecipients } from '../host/flows/bulkRecipients';
import { deliveryLog } from '../host/flows/deliveryLog';
import { mcpServer } from '../host/flows/mcpServer';
import { otpApi } from '../host/flows/otpApi';
import { phoneFormBySms } from '../host/flows/phoneFormBySms';
import { phoneVerification } from '../host/flows/phoneVerification';
import { signUp } from '../host/flows/signUp';
import { smsFirstThenVoice } from '../host/flows/smsFirstThenVoice';
import { smsFirstVoice } from '../host/flows/smsFirstVoice';
import { loadExamples } from '../host/flows/support/examples';
import type { FlowTest } from '../host/flows/support/flowTest';
import type { WorkflowData } from '../host/n8nClient';
import { chooseTables, createTables } from './tablesByHand';
import type { MeasuredN8n } from './versions';

/** The tests that walk through each example. */
const WALKS: Record<string, (flow: FlowTest, n8n: MeasuredN8n) => void> = {
	'bulk-recipients': bulkRecipients,
	'delivery-log': deliveryLog,
	'mcp-server': (flow, { lacksMcpInstructions }) => mcpServer(flow, !lacksMcpInstructions),
	'otp-api': otpApi,
	'phone-verification': phoneVerification,
	'phone-verification-form-sms': phoneFormBySms,
	// The part "flow 1" tests this example; this part only imports it.
	'phone-verification-form-voice': () => {},
	'sign-up': signUp,
	'sms-first-voice': smsFirstVoice,
	'sms-first-voice-if-not-delivered': (flow, { reports }) => smsFirstThenVoice(flow, reports),
};

/**
 * Walks through every example. If the Data Table node of this n8n cannot create tables, they are created by hand and
 * chosen in the nodes, as docs/compatibility.md describes.
 */
export function runsExamples(flow: FlowTest, n8n: MeasuredN8n): void {
	let versions: Map<string, number[]>;

	beforeAll(async () => {
		const types =
			await flow.host.client.rest.file<Array<{ name: string; version: number | number[] }>>(
				'/types/nodes.json',
			);
		versions = new Map();
		for (const { name, version } of types)
			versions.set(name, [...(versions.get(name) ?? []), version].flat());
	});

	/** The node types of a workflow that this n8n does not have, or not in that version. */
	const missing = ({ nodes }: WorkflowData): string[] => {
		const needed = new Set(nodes.map(({ type, typeVersion }) => `${type} ${typeVersion}`));
		return [...needed].filter((name) => {
			const [type, version] = name.split(' ');
			return !versions.get(type)?.includes(Number(version));
		});
	};

	describe.each(loadExamples())('$file', ({ file, workflow }) => {
		const lacking = n8n.lacks[file];
		let id: string;
		beforeAll(async () => {
			const { client, changes, importExample } = flow.host;
			if (lacking !== undefined) {
				const tables = await createTables(client, workflow);
				changes.set(file, (copy) => chooseTables(copy, tables));
			}
			({ id } = await importExample(file));
		});

		if (lacking === undefined) {
			it('needs only nodes that this n8n has', () => expect(missing(workflow)).toEqual([]));
		} else {
			it(`lacks ${lacking}`, () => expect(missing(workflow)).toEqual([lacking]));
		}
		it('is active', async () => {
			expect(await flow.host.client.workflows.activeIds()).toContain(id);
		});
		WALKS[file](flow, n8n);
	});
}

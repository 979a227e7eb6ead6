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

/** How each example is walked through. */
const WALKS: Record<string, (flow: FlowTest, n8n: MeasuredN8n) => void> = {
	'bulk-recipients': bulkRecipients,
	'delivery-log': deliveryLog,
	'mcp-server': (flow, { lacksMcpInstructions }) => mcpServer(flow, !lacksMcpInstructions),
	'otp-api': otpApi,
	'phone-verification': phoneVerification,
	'phone-verification-form-sms': phoneFormBySms,
	// A part of its own, flow 1; here only its import.
	'phone-verification-form-voice': () => {},
	'sign-up': signUp,
	'sms-first-voice': smsFirstVoice,
	'sms-first-voice-if-not-delivered': (flow, { reports }) => smsFirstThenVoice(flow, reports),
};

/**
 * Walks through every example. Where this n8n lacks a Data Table node that creates tables, they are created by hand and
 * chosen in the nodes, as docs/compatibility.md tells its readers.
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

	/** The nodes of a workflow that this n8n does not have, or not in that version. */
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
			it('finds all nodes that it needs', () => expect(missing(workflow)).toEqual([]));
		} else {
			it(`lacks ${lacking}`, () => expect(missing(workflow)).toEqual([lacking]));
		}
		it('is active', async () => {
			expect(await flow.host.client.workflows.activeIds()).toContain(id);
		});
		WALKS[file](flow, n8n);
	});
}

import axios from 'axios';
import { randomBytes } from 'node:crypto';

import { deliveryReport } from '../../../providers/Ants/reports';
import { finishedCall } from '../../../providers/VoiceOtpAdvanced/reports';
import { eventually } from '../../flows/support/wait';
import { outputOf, type StoredWorkflow } from '../../n8nClient';
import type { UpgradeHost } from '../upgradeHost';
import { shapeOf } from './shape';
import { reports } from './workflows';

const TRIGGERS = {
	antsSmsOtpTrigger: deliveryReport(3, 'DELIVERED'),
	voiceOtpAdvancedTrigger: finishedCall(10, 'Finished'),
};

/** An active workflow that a provider's report starts. */
export interface Reporting {
	workflow: StoredWorkflow;
	/** The address that a user enters as Notify URL or Callback URL. */
	address: string;
	report: object;
}

/** Creates and activates a workflow for each trigger. */
export async function awaitReports({ client }: UpgradeHost): Promise<Reporting[]> {
	const token = randomBytes(24).toString('base64url');
	const reporting: Reporting[] = [];
	for (const [type, report] of Object.entries(TRIGGERS)) {
		const workflow = await client.workflows.create(reports(type as keyof typeof TRIGGERS, token));
		await client.workflows.activate(workflow);
		const path = `/webhook/reports-${type}/webhook?verificationToken=${token}`;
		reporting.push({ workflow, report, address: `${client.rest.url}${path}` });
	}
	return reporting;
}

/** Posts a report as the provider does, once the webhook is registered. @returns n8n's answer */
export async function post({ address, report }: Reporting): Promise<unknown> {
	return await eventually(async () => {
		const { status, data } = await axios.post<unknown>(address, report, {
			proxy: false,
			validateStatus: () => true,
		});
		return status === 404 ? undefined : data;
	}, 'the webhook is registered');
}

/** Posts a report. @returns the shape of the trigger's output in the execution that the report started */
export async function reportTo(host: UpgradeHost, reporting: Reporting): Promise<string[]> {
	const { executions } = host.client;
	const started = async () =>
		await executions.list({ workflowId: reporting.workflow.id, mode: 'webhook' });
	const before = await started();
	expect(await post(reporting)).toMatchObject({ accepted: true, reports: 1 });
	const id = await eventually(async () => {
		const [newest] = await started();
		return newest && newest.id !== before[0]?.id ? newest.id : undefined;
	}, 'the workflow is started');
	return shapeOf(outputOf(await executions.waitFor(id), 'Report'));
}

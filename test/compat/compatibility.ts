import { judgesCredentials } from '../host/credentialTests';
import { sendsExactlyOnce } from '../host/exactlyOnce';
import { phoneFormByVoice } from '../host/flows/phoneFormByVoice';
import { openBrowser } from '../host/flows/support/browser';
import { openFlowHost } from '../host/flows/support/flowHost';
import { FlowTest } from '../host/flows/support/flowTest';
import { runsExamples } from './examples';
import { loads } from './load';
import { runsOperations } from './operations';
import { dividesVerdicts } from './outputs';
import { saysWhatWasRefused } from './refusals';
import { startsByCallbacks } from './triggers';
import { verifies } from './verification';
import { measured, type Version } from './versions';

// This includes the time to install n8n if it is not installed yet.
const OPEN_MS = 1_200_000;

/**
 * Tests the packed package in one version of n8n: a real n8n with its own database and browser. The names of the parts
 * are the columns of the table that `tableReporter.js` prints.
 */
export function isCompatibleWith(version: Version): void {
	const flow = new FlowTest();

	describe(`n8n ${version}`, () => {
		beforeAll(async () => {
			const { folder, env } = measured[version];
			flow.host = await openFlowHost({ n8nFolder: folder, env, examples: [] });
			flow.browser = await openBrowser();
		}, OPEN_MS);
		afterAll(async () => {
			await flow.browser?.close();
			await flow.host?.close();
		});

		describe('load', () => loads(flow, version));
		describe('credential tests', () => judgesCredentials(() => flow.host));
		describe('operations', () => {
			runsOperations(flow);
			dividesVerdicts(flow);
			saysWhatWasRefused(flow);
		});
		describe('triggers', () => startsByCallbacks(flow));
		describe('exactly once', () => sendsExactlyOnce(() => flow.host, 100));
		describe('flow 1', () => {
			beforeAll(async () => void (await flow.host.importExample('phone-verification-form-voice')));
			phoneFormByVoice(flow);
		});
		describe('examples', () => runsExamples(flow, measured[version]));
		// This part is the last, because it restarts n8n.
		describe('verification', () => verifies(flow, measured[version]));
	});
}

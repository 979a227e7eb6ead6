import { bulkRecipients } from './bulkRecipients';
import { deliveryLog } from './deliveryLog';
import { everythingStored } from './everythingStored';
import { forgedCallbacks } from './forgedCallbacks';
import { mcpServer } from './mcpServer';
import { otpApi } from './otpApi';
import { phoneFormBySms } from './phoneFormBySms';
import { phoneFormByVoice } from './phoneFormByVoice';
import { phoneVerification } from './phoneVerification';
import { signUp } from './signUp';
import { smsFirstThenVoice } from './smsFirstThenVoice';
import { smsFirstVoice } from './smsFirstVoice';
import { openBrowser } from './support/browser';
import { openFlowHost } from './support/flowHost';
import { FlowTest } from './support/flowTest';

// One file, so that all flows share one n8n: starting n8n takes longer than most flows.
const flow = new FlowTest();

beforeAll(async () => {
	flow.host = await openFlowHost();
	flow.browser = await openBrowser();
});
afterAll(async () => {
	await flow.browser?.close();
	await flow.host?.close();
});

describe('phone-verification', () => phoneVerification(flow));
describe('sms-first-voice', () => smsFirstVoice(flow));
describe('sign-up', () => signUp(flow));
describe('phone-verification-form-voice', () => phoneFormByVoice(flow));
describe('phone-verification-form-sms', () => phoneFormBySms(flow));
describe('sms-first-voice-if-not-delivered', () => smsFirstThenVoice(flow));
describe('otp-api', () => otpApi(flow));
describe('mcp-server', () => mcpServer(flow));
describe('delivery-log', () => deliveryLog(flow));
describe('forged callbacks', () => forgedCallbacks(flow));
describe('bulk-recipients', () => bulkRecipients(flow));
describe('after all flows, n8n', () => everythingStored(flow));

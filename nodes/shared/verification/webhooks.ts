import type { INodeTypeDescription, IWebhookDescription } from 'n8n-workflow';

const RESPONSE_MODE =
	'={{ $parameter["respond"] === "workflowResult" ? "lastNode" : "onReceived" }}';

/** The page and the answers to it have one address; n8n shows it once. */
export const webhooks: IWebhookDescription[] = [
	{ name: 'setup', httpMethod: 'GET', path: 'verify', ndvHideMethod: true },
	{ name: 'setup', httpMethod: 'HEAD', path: 'verify', ndvHideUrl: true },
	{
		name: 'default',
		httpMethod: 'POST',
		path: 'verify',
		responseMode: RESPONSE_MODE,
		ndvHideUrl: true,
	},
].map((webhook) => ({ responseMode: 'onReceived', ...webhook }) as IWebhookDescription);

/** The texts of the panel before, while and after the trigger listens. */
export const triggerTexts: Pick<
	INodeTypeDescription,
	'eventTriggerDescription' | 'activationMessage' | 'triggerPanel'
> = {
	eventTriggerDescription: 'Open the Test URL in a browser and verify a number',
	activationMessage: 'People can now verify their numbers at the Production URL.',
	triggerPanel: {
		header: 'Listen for a verified number',
		executionsHelp: {
			inactive:
				'<b>While you build the workflow</b>, choose Execute step, then open the Test URL in a browser and verify a number. The verified number shows up here in the editor.<br /> <br /> <b>Once it works</b>, publish it and give people the Production URL. Each verified number is then an execution of its own in the executions list.',
			active:
				'<b>While you build the workflow</b>, choose Execute step, then open the Test URL in a browser and verify a number. The verified number shows up here in the editor.<br /> <br /> <b>Once it works</b>, give people the Production URL. Each verified number is then an execution of its own in the executions list.',
		},
		activationHint:
			'Once the workflow is published, people start it by the Production URL, without this button.',
	},
};

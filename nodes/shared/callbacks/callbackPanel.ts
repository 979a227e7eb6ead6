import type { INodeProperties, INodeTypeDescription } from 'n8n-workflow';

/** The parts of a trigger's texts that differ between providers. */
export interface CallbackSource {
	/** The provider's name. */
	provider: string;
	/** What the provider reports, as in "Listen for …". */
	event: string;
	/** The node that sends the webhook's address to the provider. */
	node: string;
	/** The option of that node for the address. */
	field: string;
}

type PanelTexts = Pick<
	INodeTypeDescription,
	'eventTriggerDescription' | 'activationMessage' | 'triggerPanel'
>;

/** The notice below the webhook URLs that says how to complete the address. */
export const callbackNotice = ({ provider, node, field }: CallbackSource): INodeProperties => ({
	displayName: `Enter a Verification Token. Then copy the Production URL from above, append ?verificationToken= and the token, and put the whole address into ${field} under Options of the ${node} node. ${provider} calls it while the workflow is published.`,
	name: 'notice',
	type: 'notice',
	default: '',
});

/** The texts of the trigger's panel before, while and after it listens; n8n's own triggers have the same parts. */
export function callbackPanel({ provider, event, node, field }: CallbackSource): PanelTexts {
	const tryIt = `<b>While you build the workflow</b>, choose Execute step, then run ${node} with the Test URL, ?verificationToken= and the token in ${field}. What ${provider} reports shows up here in the editor.`;
	const useIt = (publish: string) =>
		`${tryIt}<br /> <br /> <b>Once it works</b>, ${publish} the Production URL in ${field}. Each report is then an execution of its own in the executions list.`;
	return {
		eventTriggerDescription: `Waiting for ${provider} to call the Test URL`,
		activationMessage: `${provider} can now call the Production URL. It needs the verification token at its end.`,
		triggerPanel: {
			header: `Listen for ${event}`,
			executionsHelp: {
				inactive: useIt('publish it and use'),
				active: useIt('use'),
			},
			activationHint: `Once the workflow is published, ${provider} starts it by the Production URL, without this button.`,
		},
	};
}

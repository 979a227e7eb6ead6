import type { INodeProperties, INodeTypeDescription } from 'n8n-workflow';

/** Where a provider's callbacks come from, in the words of the panel. */
export interface CallbackSource {
	/** The provider's name. */
	provider: string;
	/** What it tells, as in "waiting for …". */
	event: string;
	/** The node that gives the provider its address, and the option that takes it. */
	node: string;
	field: string;
}

type PanelTexts = Pick<
	INodeTypeDescription,
	'eventTriggerDescription' | 'activationMessage' | 'triggerPanel'
>;

/** How the address becomes complete; on top of the fields, below the addresses. */
export const callbackNotice = ({ provider, node, field }: CallbackSource): INodeProperties => ({
	displayName: `Enter a Verification Token. Then copy the Production URL from above, append ?verificationToken= and the token, and put the whole address into ${field} under Options of the ${node} node. ${provider} calls it while the workflow is published.`,
	name: 'notice',
	type: 'notice',
	default: '',
});

/** What the trigger says of itself before, while and after it listens, as n8n's own triggers do. */
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

import type { INodeProperties, INodeTypeDescription, NodeHint } from 'n8n-workflow';

/** Hosts that only the machine itself or its own network reaches: names without a dot, and private addresses. */
const LOCAL_HOSTS = [
	'[^.:/?#[\\]]+',
	'[^:/?#]+\\.(localhost|local|lan|internal|home\\.arpa)',
	'(0|10|127)\\.[\\d.]+',
	'(192\\.168|169\\.254|172\\.(1[6-9]|2\\d|3[01]))\\.[\\d.]+',
	'\\[(::1?|f[cd][\\da-f]*:[^\\]]*|fe80:[^\\]]*)\\]',
].join('|');

/** Warns that a provider on the internet cannot call the address in this option, before it is sent. */
export const localAddressHint = (option: string, label: string, provider: string): NodeHint => ({
	type: 'warning',
	message: `${label} is an address that ${provider} cannot reach: only your own machine or network does. Use a public one; for the addresses of n8n, set WEBHOOK_URL.`,
	displayCondition: `={{ new RegExp(${JSON.stringify(`^=?\\s*https?://(${LOCAL_HOSTS})(:\\d+)?([/?#]|$)`)}, "i").test($parameter["options"]?.${option} ?? "") }}`,
	location: 'outputPane',
});

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

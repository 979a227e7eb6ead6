import type { IDataObject, IHookFunctions, INode } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { providers } from '../../../../nodes/PhoneVerification/providers';
import { requireProviders } from '../../../../nodes/shared/verification/activation';

const stored = Object.fromEntries(
	providers.map(({ provider }) => [provider.credentialType, { id: '1', name: 'stored' }]),
);

/** Publishes a workflow with this trigger. */
function publish(parameters: IDataObject, node: Partial<INode> = {}): true {
	const given = { name: 'Trigger', credentials: stored, parameters, ...node };
	const functions = { getNode: () => given } as unknown as IHookFunctions;
	return requireProviders(functions, providers);
}

function refusal(parameters: IDataObject, node?: Partial<INode>): string {
	try {
		publish(parameters, node);
	} catch (thrown) {
		expect(thrown).toBeInstanceOf(NodeOperationError);
		const { message, description } = thrown as NodeOperationError;
		return `${message}. ${description}`;
	}
	return '';
}

const without = (type: string) => {
	return { credentials: { ...stored, [type]: undefined } as unknown as INode['credentials'] };
};

it('publishes a workflow whose trigger can send', () => {
	expect(publish({ provider: 'antBuddy', fallbackProvider: 'none' })).toBe(true);
	expect(publish({ provider: 'ants', otcId: 'an OTC ID', fallbackProvider: 'antBuddy' })).toBe(
		true,
	);
});

it('refuses one without the credential of a provider that it uses', () => {
	const credential = 'Select or create a credential of type AntBuddy API in the node.';
	const message = `The credential for AntBuddy is missing. ${credential}`;
	const none = without('antBuddyApi');
	expect(refusal({ provider: 'antBuddy' }, none)).toBe(message);
	expect(refusal({ provider: 'antBuddy' }, { credentials: undefined })).toBe(message);
	const ants = { provider: 'ants', otcId: 'an OTC ID' };
	expect(refusal({ ...ants, fallbackProvider: 'antBuddy' }, none)).toBe(message);
	expect(refusal({ ...ants, fallbackProvider: 'none' }, none)).toBe('');
});

it('refuses one without a provider’s own field', () => {
	const message = 'OTC ID is empty. Enter OTC ID in the node: ANTS needs it to send.';
	for (const otcId of [undefined, '', ' '])
		expect(refusal({ provider: 'ants', otcId })).toBe(message);
	const fallback = { provider: 'antBuddy', fallbackProvider: 'cmVoice' };
	expect(refusal(fallback)).toContain('Caller is empty');
	expect(refusal({ ...fallback, caller: '+31201234567' })).toBe('');
});

it('refuses Always Output Data where it would pass a number for verified', () => {
	const parameters = { provider: 'antBuddy', notVerifiedOutput: true };
	expect(refusal(parameters, { alwaysOutputData: true })).toBe(
		'With Always Output Data, n8n puts an empty item at the first output, as if a number were verified. Switch off Always Output Data under Settings of the node.',
	);
	expect(refusal(parameters)).toBe('');
	expect(refusal({ ...parameters, notVerifiedOutput: false }, { alwaysOutputData: true })).toBe('');
});

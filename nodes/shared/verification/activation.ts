import { NodeOperationError } from 'n8n-workflow';
import type { IHookFunctions } from 'n8n-workflow';
import { isBlank } from '../values';
import type { VerificationProvider } from './verificationProvider';
import { chosenProviders } from './visit';

/**
 * Keeps a workflow from being published with a trigger that could send nothing: visitors would only see that it is not
 * available.
 *
 * @throws NodeOperationError if a provider's credential or one of its own fields is missing, or if Always Output Data would
 * make a verified number of one that is not
 */
export function requireProviders(
	functions: IHookFunctions,
	providers: VerificationProvider[],
): true {
	const node = functions.getNode();
	const refuse = (message: string, description: string) =>
		new NodeOperationError(node, message, { description });
	for (const of of chosenProviders(providers, (name) => node.parameters[name])) {
		const { credentialType, credentialName, name } = of.provider;
		if (node.credentials?.[credentialType] === undefined)
			throw refuse(
				`The credential for ${name} is missing`,
				`Select or create a credential of type ${credentialName} in the node.`,
			);
		for (const { property, label } of of.fields)
			if (isBlank(node.parameters[property.name]))
				throw refuse(`${label} is empty`, `Enter ${label} in the node: ${name} needs it to send.`);
	}
	if (node.alwaysOutputData && node.parameters.notVerifiedOutput === true)
		throw refuse(
			'With Always Output Data, n8n puts an empty item at the first output, as if a number were verified',
			'Switch off Always Output Data under Settings of the node.',
		);
	return true;
}

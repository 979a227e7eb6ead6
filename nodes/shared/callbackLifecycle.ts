import { NodeOperationError } from 'n8n-workflow';
import type { IHookFunctions } from 'n8n-workflow';

/**
 * Lets a workflow be activated only with a token: without one, every callback would be refused, and the user would
 * never learn why.
 *
 * @throws NodeOperationError
 */
export function requireToken(context: IHookFunctions): true {
	const token = context.getNodeParameter('verificationToken', '') as string;
	if (token !== '') return true;
	throw new NodeOperationError(context.getNode(), 'Verification Token is empty', {
		description:
			'Enter a secret of your choice and append it to the URL you give the provider, as ?verificationToken=….',
	});
}

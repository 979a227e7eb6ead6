import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

/** What n8n makes of a text with an expression over the credential in it: `={{ … }}/path`. */
export function evaluated(text: string, credentials: ICredentialDataDecryptedObject): string {
	if (!text.startsWith('=')) return text;
	return text.slice(1).replace(/\{\{(.*?)\}\}/g, (_, expression: string) => {
		const evaluate = new Function('$credentials', `return ${expression}`) as (
			credentials: ICredentialDataDecryptedObject,
		) => unknown;
		return String(evaluate(credentials));
	});
}

import type { Provider } from '../shared/provider';

/** Template Voice (docs/providers/templateVoice.md). */
export const templateVoice: Provider = {
	name: 'Template Voice',
	// Your API's address.
	baseUrl: 'https://api.example.com/v1',
	credentialType: 'templateVoiceApi',
	credentialName: 'Template Voice API',
	// HTTP statuses and the usual forms of a refusal are understood; codes of your provider's own need `readRefusal`, as
	// in nodes/Ants/provider.ts.
	secretOf: ({ token }) => JSON.stringify([token]),
};

import type { IHookFunctions, INode } from 'n8n-workflow';
import { providers } from '../../../../nodes/PhoneVerification/providers';
import { requireProviders } from '../../../../nodes/shared/verification/activation';

const hook = (node: Partial<INode>) =>
	({ getNode: () => ({ name: 'Trigger', type: 'test', ...node }) }) as unknown as IHookFunctions;

const credentials = Object.fromEntries(
	providers.map(({ provider: { credentialType } }) => [credentialType, { id: '1', name: 'c' }]),
);
const filledIn = Object.fromEntries(
	providers.flatMap(({ fields }) => fields.map(({ property: { name } }) => [name, 'typed'])),
);

describe.each(providers)('$value', (of) => {
	const parameters = { provider: of.value, ...filledIn };

	it('starts with its credential and its fields', () => {
		expect(requireProviders(hook({ parameters, credentials }), providers)).toBe(true);
	});

	it('does not start without its credential, also to fall back on', () => {
		const without = { ...credentials };
		delete without[of.provider.credentialType];
		const message = `The credential for ${of.provider.name} is missing`;
		const other = providers.find(({ value }) => value !== of.value)!;
		for (const chosen of [
			{ provider: of.value },
			{ provider: other.value, fallbackProvider: of.value },
		]) {
			const node = hook({ parameters: { ...parameters, ...chosen }, credentials: without });
			expect(() => requireProviders(node, providers)).toThrow(message);
		}
	});

	it('does not start with an empty field of its own', () => {
		for (const { property, label } of of.fields) {
			const empty = { ...parameters, [property.name]: ' ' };
			const node = hook({ parameters: empty, credentials });
			expect(() => requireProviders(node, providers)).toThrow(`${label} is empty`);
		}
	});
});

it('does not start where n8n would put an empty item at the first output', () => {
	const [{ value: provider }] = providers;
	const parameters = { provider, ...filledIn, notVerifiedOutput: true };
	const node = hook({ parameters, credentials, alwaysOutputData: true });
	expect(() => requireProviders(node, providers)).toThrow('With Always Output Data');
});

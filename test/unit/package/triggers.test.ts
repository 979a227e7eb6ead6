import type { INodePropertyOptions } from 'n8n-workflow';
import { nodes } from '../../support/package';

const triggers = nodes
	.map(({ node }) => node.description)
	.filter(({ group }) => group[0] === 'trigger');

it('finds the triggers', () => {
	expect(triggers.length).toBeGreaterThan(2);
});

describe.each(triggers)('$displayName', ({ properties, webhooks, ...texts }) => {
	it('says how to try it, and what happens once it is published', () => {
		const { eventTriggerDescription, activationMessage, triggerPanel } = texts;
		const { header, executionsHelp, activationHint } = triggerPanel as {
			header: string;
			executionsHelp: Record<'inactive' | 'active', string>;
			activationHint: string;
		};
		expect(eventTriggerDescription).toContain('Test URL');
		expect(header).toMatch(/^Listen for /);
		for (const help of [executionsHelp.inactive, executionsHelp.active])
			expect(help).toMatch(/Test URL.*Production URL/s);
		expect(executionsHelp.inactive).toContain('publish it');
		for (const text of [activationMessage, activationHint])
			expect(text).toContain('Production URL');
	});

	it('has one address for the setup of each kind of request', () => {
		const kinds = webhooks!.map(({ name, httpMethod }) => `${name} ${String(httpMethod)}`);
		expect(new Set(kinds).size).toBe(webhooks!.length);
		for (const { name } of webhooks!) expect(['default', 'setup']).toContain(name);
	});

	it('has one event, which the nodes panel names', () => {
		const options = properties.find(({ name }) => name === 'event')!.options;
		const [{ name, value, action }, ...others] = options as INodePropertyOptions[];
		expect([name, others]).toEqual([expect.stringMatching(/^[A-Z][a-z]+ [A-Z][A-Za-z ]+$/), []]);
		expect(action).toBe(`On ${name.toLowerCase()}`);
		expect(value).toMatch(/^[a-z][A-Za-z]+$/);
	});

	it('has an address to which a provider, a person or an app posts', () => {
		const posted = webhooks!.filter(({ httpMethod }) => httpMethod === 'POST');
		expect(posted).toMatchObject([
			{ name: 'default', path: expect.stringMatching(/^[a-z]+$/) as string },
		]);
	});
});

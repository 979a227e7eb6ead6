import type { INodePropertyOptions } from 'n8n-workflow';
import { nodes } from '../../support/package';

const triggers = nodes
	.map(({ node }) => node.description)
	.filter(({ group }) => group[0] === 'trigger');

it('finds the triggers', () => {
	expect(triggers.length).toBeGreaterThan(2);
});

describe.each(triggers)('$displayName', ({ properties, webhooks }) => {
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

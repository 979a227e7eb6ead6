import { providers } from '../providers';
import { sandboxCredentials } from './demo/credentials';
import type { Host } from './host';

const ACCEPTED = { status: 'OK', message: 'Connection successful!' };
const TYPES = providers.map(({ name, credential: { type } }) => ({ name, type }));

/**
 * Tests the result of the Test button for each credential.
 *
 * @param subject - returns the n8n under test; called when a test runs
 */
export function judgesCredentials(subject: () => Host): void {
	const fieldsOf = (type: string) =>
		sandboxCredentials(subject().sandbox).find((credential) => credential.type === type)!;
	const stored = async (type: string) => {
		const { name, data } = fieldsOf(type);
		return await subject().client.credentials.put({ name, type, data });
	};
	it.each(TYPES)('accepts a correct $type without sending anything', async ({ type }) => {
		const before = subject().sandbox.state.counters.accepted.total;
		const test = await subject().client.credentials.test(await stored(type));
		expect(test).toEqual(ACCEPTED);
		expect(subject().sandbox.state.counters.accepted.total).toBe(before);
	});

	it.each(TYPES)('reports a wrong secret in $type', async ({ name, type }) => {
		const { mistyped } = fieldsOf(type);
		const test = await subject().client.credentials.test(await stored(type), mistyped);
		const message = expect.stringMatching(new RegExp(`${name} did not accept`)) as string;
		expect(test).toEqual({ status: 'Error', message });
	});

	it.each(TYPES)('reports a wrong Base URL in $type', async ({ type }) => {
		const baseUrl = `${subject().sandbox.url}/elsewhere`;
		const data = { ...fieldsOf(type).data, baseUrl };
		const test = await subject().client.credentials.test(await stored(type), data);
		const message = expect.stringContaining('Base URL') as string;
		expect(test).toEqual({ status: 'Error', message });
	});
}

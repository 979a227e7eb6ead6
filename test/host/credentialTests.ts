import { providers } from '../providers';
import { sandboxCredentials } from './demo/credentials';
import type { Host } from './host';

const ACCEPTED = { status: 'OK', message: 'Connection successful!' };
const TYPES = providers.map(({ name, credential: { type } }) => ({ name, type }));

/**
 * Tests what the Test button says of each credential.
 *
 * @param subject - the n8n under test; asked when a test runs
 */
export function judgesCredentials(subject: () => Host): void {
	const fieldsOf = (type: string) =>
		sandboxCredentials(subject().sandbox).find((credential) => credential.type === type)!;
	const stored = async (type: string) => {
		const { name, data } = fieldsOf(type);
		return await subject().client.credentials.put({ name, type, data });
	};
	it.each(TYPES)('accepts a right $type at no cost', async ({ type }) => {
		const before = subject().sandbox.state.counters.accepted.total;
		const test = await subject().client.credentials.test(await stored(type));
		expect(test).toEqual(ACCEPTED);
		expect(subject().sandbox.state.counters.accepted.total).toBe(before);
	});

	it.each(TYPES)('judges a wrong secret of $type', async ({ name, type }) => {
		const { mistyped } = fieldsOf(type);
		const test = await subject().client.credentials.test(await stored(type), mistyped);
		const message = expect.stringMatching(new RegExp(`${name} did not accept`)) as string;
		expect(test).toEqual({ status: 'Error', message });
	});

	it.each(TYPES)('judges a wrong Base URL of $type', async ({ type }) => {
		const baseUrl = `${subject().sandbox.url}/elsewhere`;
		const data = { ...fieldsOf(type).data, baseUrl };
		const test = await subject().client.credentials.test(await stored(type), data);
		const message = expect.stringContaining('Base URL') as string;
		expect(test).toEqual({ status: 'Error', message });
	});
}

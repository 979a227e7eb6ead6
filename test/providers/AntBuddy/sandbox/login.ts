import type { Sandbox } from '../../../sandbox/server';
import { post } from '../../../sandbox/tests/client';
import { account, sandbox } from '../sandbox';

/** Logs in as a client does. @returns the header that its further requests need */
export async function antBuddyLogin(
	{ baseUrls }: Sandbox,
	{ username, password } = account,
): Promise<{ Authorization: string }> {
	const { data } = await post(`${baseUrls[sandbox.name]}/get-token/`, { username, password });
	return { Authorization: `Bearer ${data.access_token}` };
}

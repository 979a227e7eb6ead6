import type { Owner } from './n8nClient';

/** The owner of n8n in the demo and the tests. The password is no secret: only this machine can reach that n8n. */
export const owner: Owner = {
	email: 'owner@n8n.localhost',
	password: 'Demo-owner-1',
	firstName: 'Demo',
	lastName: 'Owner',
};

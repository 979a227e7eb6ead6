import type { Owner } from './n8nClient';

/** Who owns the n8n of the demo and the tests, which only this machine can reach; printed, so no secret. */
export const owner: Owner = {
	email: 'owner@n8n.localhost',
	password: 'Demo-owner-1',
	firstName: 'Demo',
	lastName: 'Owner',
};

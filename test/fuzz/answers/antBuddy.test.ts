import { fuzz } from '../support/fuzz';
import { expectClassified, runsOf } from '../support/operation';
import { antBuddyCreate, antBuddyGetAll } from '../support/subjects';

jest.mock('../../../nodes/shared/request/pause', () => jest.requireActual('../support/clock'));

const call = { node: 'AntBuddy', resource: 'call' };

fuzz('answers to AntBuddy Call: Create', runsOf(antBuddyCreate), async (run) => {
	const own = ['phoneNumber', 'challenge', 'expiresAt', 'codeLength'];
	await expectClassified(antBuddyCreate, { ...call, operation: 'create', own }, run);
});

fuzz('answers to AntBuddy Call: Get Many', runsOf(antBuddyGetAll), async (run) => {
	await expectClassified(antBuddyGetAll, { ...call, operation: 'getAll', own: [] }, run);
});

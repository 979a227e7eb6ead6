import { fuzz } from '../support/fuzz';
import { expectClassified, runsOf } from '../support/operation';
import { cmCreate } from '../support/subjects';

jest.mock('../../../nodes/shared/request/pause', () => jest.requireActual('../support/clock'));

fuzz('answers to CM.com Call: Create', runsOf(cmCreate), async (run) => {
	const own = ['phoneNumber', 'challenge', 'expiresAt', 'codeLength'];
	const promised = { node: 'VoiceOtpAdvanced', resource: 'call', operation: 'create', own };
	await expectClassified(cmCreate, promised, run);
});

import { fuzz } from '../support/fuzz';
import { expectClassified, runsOf } from '../support/operation';
import { SUBJECTS } from '../support/subjects';
import { expectVerifiedRightly } from '../support/verified';

jest.mock('../../../nodes/shared/request/pause', () => jest.requireActual('../support/clock'));

for (const subject of SUBJECTS)
	fuzz(`answers to ${subject.name}`, 8, runsOf(subject), async (run) => {
		const classified = await expectClassified(subject, run);
		if (subject.saysRight) expectVerifiedRightly(subject.saysRight, classified);
	});

import { fuzz } from '../support/fuzz';
import { expectClassified, runsOf } from '../support/operation';
import { antsRequest, antsResend, antsVerify } from '../support/subjects';
import { expectVerifiedRightly } from '../support/verified';

jest.mock('../../../nodes/shared/request/pause', () => jest.requireActual('../support/clock'));

const otp = { node: 'Ants', resource: 'otp' };

fuzz('answers to ANTS OTP: Request', runsOf(antsRequest), async (run) => {
	const own = ['phoneNumber'];
	await expectClassified(antsRequest, { ...otp, operation: 'request', own }, run);
});

fuzz('answers to ANTS OTP: Resend', runsOf(antsResend), async (run) => {
	await expectClassified(antsResend, { ...otp, operation: 'resend', own: [] }, run);
});

fuzz('answers to ANTS OTP: Verify', runsOf(antsVerify), async (run) => {
	const own = ['verified', 'reason'];
	const promised = { ...otp, operation: 'verify', own };
	expectVerifiedRightly(await expectClassified(antsVerify, promised, run));
});

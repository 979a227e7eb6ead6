import { attemptHint, verify } from '../../../../nodes/AntBuddyVoiceOtp/code/verify.operation';
import * as shared from '../../../../nodes/shared/verifyOperation';

it('is the check against the challenge, with its hint', () => {
	expect(verify).toBe(shared.verifyOperation);
	expect(attemptHint).toBe(shared.attemptHint);
});

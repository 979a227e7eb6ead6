import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';
import { antBuddy } from '../../../nodes/AntBuddy/provider';
import { cmVoice } from '../../../nodes/VoiceOtpAdvanced/provider';
import { createChallenge } from '../../../nodes/shared/codes/challenge';
import { NodeTest } from '../../support/nodeTest';
import { VIETNAM } from '../../support/operations';

/** Code: Verify of the two nodes that have it. */
export const VERIFYING = [
	{ type: 'antBuddyVoiceOtp', provider: antBuddy },
	{ type: 'voiceOtpAdvanced', provider: cmVoice },
] as const;

export const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;

/** What Code: Verify puts out; the number is null where the challenge is not genuine. */
export const verdict = (
	reason: string,
	attemptsLeft = 2,
	phoneNumber: string | null = VIETNAM,
) => ({ verified: reason === 'match', reason, phoneNumber, attemptsLeft });

/** Code: Verify, which asks no provider. */
export class VerifyTest extends NodeTest {
	constructor(private readonly node: (typeof VERIFYING)[number]) {
		const fromItem = { challenge: '={{ $json.challenge }}', code: '={{ $json.code }}' };
		super(node.type, { resource: 'code', operation: 'verify', ...fromItem });
		afterEach(() => expect(this.requests).toEqual([]));
	}

	async challengeFor(
		{ code = '123456', expiry = inSeconds(300), phoneNumber = VIETNAM },
		credential: ICredentialDataDecryptedObject = this.credential,
	): Promise<string> {
		const secret = this.node.provider.secretOf(credential);
		return await createChallenge(secret, { code, expiry, phoneNumber });
	}

	/** The json of the only output. */
	async verify(challenge: unknown, code: unknown, options: IDataObject = {}): Promise<IDataObject> {
		const items = [{ challenge, code } as IDataObject];
		const { output, error } = await this.run({ parameters: { options } as never, items });
		expect(error).toBeUndefined();
		expect(output).toHaveLength(1);
		return output[0].json;
	}
}

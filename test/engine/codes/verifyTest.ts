import type { IDataObject } from 'n8n-workflow';
import { createChallenge } from '../../../nodes/shared/codes/challenge';
import { CHALLENGING } from '../../providers';
import { VIETNAM } from '../../providers/contract';
import type { TestedProvider } from '../../providers/contract';
import { NodeTest } from '../../support/nodeTest';

/** The providers whose nodes check codes themselves, by Code: Verify. */
export const VERIFYING = CHALLENGING.map(({ provider }) => provider);

export const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;

/** What Code: Verify puts out; the number is null where the challenge is not genuine. */
export const verdict = (
	reason: string,
	attemptsLeft = 2,
	phoneNumber: string | null = VIETNAM,
) => ({ verified: reason === 'match', reason, phoneNumber, attemptsLeft });

/** Code: Verify, which asks no provider. */
export class VerifyTest extends NodeTest {
	constructor(readonly provider: TestedProvider) {
		const fromItem = { challenge: '={{ $json.challenge }}', code: '={{ $json.code }}' };
		super(provider.node, { resource: 'code', operation: 'verify', ...fromItem });
		afterEach(() => expect(this.requests).toEqual([]));
	}

	/** @param login - the login fields of the account whose key it gets */
	async challengeFor(
		{ code = '123456', expiry = inSeconds(300), phoneNumber = VIETNAM },
		login = this.provider.credential.logins[0].fields,
	): Promise<string> {
		const secret = JSON.stringify(Object.values(login));
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

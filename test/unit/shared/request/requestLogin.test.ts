import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { LoginFailure, noteLoginFailure } from '../../../../nodes/shared/login/account';
import { lentStore, noteTakenOver } from '../../../../nodes/shared/login/credentialStore';
import { send } from '../../../../nodes/shared/request/request';
import type { Call } from '../../../../nodes/shared/request/request';
import { json } from '../../support/execution';
import { failureOf } from '../../support/failure';
import { itemOf, testProvider } from '../../support/item';

// n8n 1 and 2.0: a 401 is an answer like others although it is excepted, and what they throw has no cause.

const post: Call = { method: 'POST', path: '/OTP', body: {}, timeout: 4321 };

function renewing() {
	const refused: ICredentialDataDecryptedObject[] = [];
	const provider = {
		...testProvider,
		renewsLogin: true,
		refuseLogin: (credential: ICredentialDataDecryptedObject) => {
			refused.push({ ...credential });
			credential.token = '';
		},
	};
	return { provider, refused };
}

it('a login that was refused is renewed, with the same data, and the request made once more', async () => {
	const { provider, refused } = renewing();
	const { run, sent } = await itemOf({
		provider,
		credential: { baseUrl: 'https://api.example.com', token: 'old' },
		respond: ({ credential }) => json({}, credential.token === '' ? 200 : 401),
	});
	expect((await send(run, 0, post)).status).toBe(200);
	expect(refused).toMatchObject([{ baseUrl: 'https://api.example.com', token: 'old' }]);
	expect(sent).toHaveLength(2);
	expect(sent[1].credential).toBe(sent[0].credential);
	expect(run.credential.token).toBe('old');
});

it('a login that is refused again is an answer', async () => {
	const { provider, refused } = renewing();
	const { run, sent } = await itemOf({ provider, respond: () => json({}, 401) });
	expect((await send(run, 0, post)).status).toBe(401);
	expect([sent.length, refused.length]).toEqual([2, 1]);
});

it('neither the token of the run, nor the refused one, nor the new one is in an answer', async () => {
	const { provider } = renewing();
	const { run } = await itemOf({
		provider,
		credential: { baseUrl: 'https://api.example.com', token: 'of-the-run' },
		respond: ({ credential }, nth) => {
			// What n8n does: a token that another request got meanwhile, then a new one.
			credential.token = ['refused-one', 'brand-new'][nth];
			return json({ said: 'of-the-run refused-one brand-new' }, 401);
		},
	});
	expect((await send(run, 0, post)).body).toEqual({ said: '****** ****** ******' });
});

it('nothing is renewed after another answer, nor where there is nothing to renew', async () => {
	const { provider, refused } = renewing();
	const forbidden = await itemOf({ provider, respond: () => json({}, 403) });
	expect((await send(forbidden.run, 0, post)).status).toBe(403);
	const fixed = await itemOf({ respond: () => json({}, 401) });
	expect((await send(fixed.run, 0, post)).status).toBe(401);
	expect([forbidden.sent.length, fixed.sent.length, refused]).toEqual([1, 1, []]);
});

it('lays the fields of the provider over the credential', async () => {
	const provider = { ...testProvider, requestFields: { check: 'no' } };
	const { run, sent } = await itemOf({
		provider,
		credential: { baseUrl: 'https://api.example.com', check: '' },
		respond: () => json({}),
	});
	await send(run, 0, post);
	expect(sent[0].credential).toMatchObject({ baseUrl: 'https://api.example.com', check: 'no' });
});

it('a login that did not succeed is known although its failure was lost', async () => {
	const failure = { message: 'No', description: 'Do', outcome: 'notSent' as const, status: 401 };
	const { run, sent } = await itemOf({
		respond: ({ credential }) => {
			noteLoginFailure(credential, new LoginFailure(failure));
			throw new Error('No');
		},
	});
	expect(await failureOf(async () => await send(run, 0, post))).toMatchObject({
		message: 'No',
		description: 'Do',
		outcome: 'notSent',
	});
	expect([sent.length, run.loginFailure]).toEqual([1, failure]);
});

describe('n8n’s store', () => {
	it('is lent to each request whose login can be renewed, and to no other', async () => {
		const { provider } = renewing();
		for (const [setting, isLent] of [
			[{ provider }, true],
			[{}, false],
		] as const) {
			const { run, sent } = await itemOf({ ...setting, respond: () => json({}) });
			await send(run, 0, post);
			expect(sent.map(({ credential }) => lentStore(credential) !== undefined)).toEqual([isLent]);
		}
	});

	/** The statuses that a request gets, the first of them with a token of another process. */
	async function answered(statuses: number[], isTakenOver = true) {
		const { run, sent } = await itemOf({
			respond: ({ credential }, nth) => {
				if (isTakenOver && nth === 0) noteTakenOver(credential);
				return json({}, statuses[nth]);
			},
		});
		return { sent, status: (await send(run, 0, post)).status };
	}

	it('had a token that has expired since: the request is made once more, with a copy of its own', async () => {
		const { sent, status } = await answered([401, 200]);
		expect([sent.length, status]).toEqual([2, 200]);
		expect(sent[1].credential).not.toBe(sent[0].credential);
		expect(sent[1].credential).toEqual(sent[0].credential);
	});

	it('is looked into once', async () => {
		const { sent, status } = await answered([401, 401]);
		expect([sent.length, status]).toEqual([2, 401]);
	});

	it.each([
		['another answer', [403], true],
		['a token of this process', [401], false],
	])('is not looked into after %s', async (_what, statuses, isTakenOver) => {
		const { sent, status } = await answered(statuses, isTakenOver);
		expect([sent.length, status]).toEqual([1, statuses[0]]);
	});

	it('is not looked into after no answer', async () => {
		const { run, sent } = await itemOf({
			respond: ({ credential }) => {
				noteTakenOver(credential);
				throw new Error('broken');
			},
		});
		expect(await failureOf(async () => await send(run, 0, post))).toMatchObject({
			outcome: 'unknown',
		});
		expect(sent).toHaveLength(1);
	});
});

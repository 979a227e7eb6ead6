import { stateOf } from '../../../nodes/shared/verification/state';
import { TriggerHost } from '../../support/triggerHost';
import {
	BY_CALL,
	e164,
	hostForEach,
	inboxOf,
	lastCode,
	outputOf,
	typed,
	Visitor,
	wrongCode,
} from './visitor';

const current = hostForEach(BY_CALL);
const app = () => new Visitor(current.host);

/** Makes the process forget every trigger, as a restart does. */
function restart(): void {
	for (let n = 0; n < 1_000; n++) stateOf('restart', String(n));
}

async function sent(n = 0): Promise<string> {
	return (await app().ask({ phoneNumber: typed(n) })).data.challenge as string;
}

it('knows after a restart what was sent, tried and verified before', async () => {
	const { host } = current;
	const challenge = await sent(0);
	const [code, wrong] = [lastCode(host), wrongCode(host)];
	await app().ask({ challenge, code: wrong });
	await app().ask({ challenge, code: wrong });
	restart();
	expect((await app().ask({ phoneNumber: typed(0) })).data).toEqual({ reason: 'coolDown' });
	const last = await app().ask({ challenge, code: wrong });
	expect(last.data).toEqual({ verified: false, reason: 'mismatch', attemptsLeft: 0 });
	const other = await sent(1);
	await app().ask({ challenge: other, code: lastCode(host) });
	restart();
	expect((await app().ask({ challenge, code })).data.reason).toBe('tooManyAttempts');
	expect((await app().ask({ challenge: other, code: lastCode(host) })).data).toMatchObject({
		...{ verified: false, reason: 'alreadyVerified' },
	});
	expect(outputOf(host)).toMatchObject([{ phoneNumber: e164(1) }]);
});

it('keeps neither numbers nor references nor codes nor challenges with the workflow', async () => {
	const { host } = current;
	const { data } = await app().ask({ phoneNumber: typed(0), reference: 'order 7' });
	await app().ask({ challenge: data.challenge, code: wrongCode(host) });
	const kept = host.staticData;
	expect(kept).toContain('sends');
	const challenge = data.challenge as string;
	for (const secret of [typed(0).slice(1), 'order 7', challenge, lastCode(host), wrongCode(host)])
		expect(kept).not.toContain(secret);
	expect(kept.length).toBeLessThan(300);
});

it('keeps nothing of a test in the editor, which is counted apart', async () => {
	const { host } = current;
	const challenge = await sent(0);
	const code = lastCode(host);
	host.mode = 'manual';
	host.staticData = '{}';
	expect((await app().ask({ challenge, code })).data.reason).toBe('malformed');
	const tested = await sent(0);
	expect(inboxOf(host)).toHaveLength(2);
	expect((await app().ask({ challenge: tested, code: lastCode(host) })).data.verified).toBe(true);
	expect(host.staticData).toBe('{}');
});

it.each([
	['another trigger of the workflow', { workflowId: 'workflow', nodeId: 'other' }],
	['a trigger of another workflow', { workflowId: 'other', nodeId: '' }],
])('takes no challenge of %s', async (_, place) => {
	const nodeId = place.nodeId || current.host.place.nodeId;
	const other = new TriggerHost(BY_CALL, { ...place, nodeId });
	await other.start();
	try {
		const { data } = await new Visitor(other).ask({ phoneNumber: typed(0) });
		const body = { challenge: data.challenge, code: lastCode(other) };
		const answer = await app().ask(body);
		expect([answer.status, answer.data.reason]).toEqual([400, 'malformed']);
		expect((await new Visitor(other).ask(body)).data.verified).toBe(true);
	} finally {
		await other.close();
	}
});

it('takes no challenge from before the secret of the credential was changed', async () => {
	const challenge = await sent();
	current.host.change('antBuddyApi', { password: 'another' });
	const { data } = await app().ask({ challenge, code: lastCode(current.host) });
	expect(data.reason).toBe('malformed');
});

it('reaches no country that the credential does not allow', async () => {
	current.host.change('antBuddyApi', { allowedCountries: ['TH'] });
	const { status, data } = await app().ask({ phoneNumber: typed(0) });
	expect([status, data]).toEqual([422, { reason: 'invalidNumber' }]);
	const { data: page } = await app().submit({ action: 'send', phoneNumber: typed(0) });
	expect(page).toContain('role="alert"');
	expect(inboxOf(current.host)).toEqual([]);
});

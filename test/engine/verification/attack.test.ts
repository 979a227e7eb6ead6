import { attack, countOf } from '../../support/attack';
import { TriggerHost } from '../../support/triggerHost';
import { BY_CALL, hostForEach, inboxOf, lastCode, typed, Visitor } from './visitor';

const current = hostForEach(BY_CALL);
const SENDS = 30;

it('keeps its limits under 1,000 random requests of 50 clients at once', async () => {
	const { host } = current;
	host.parameters.options = { sendsInAll: SENDS };
	const app = new Visitor(host);
	const { data } = await app.ask({ phoneNumber: typed(0) });
	const challenge = data.challenge as string;
	const code = lastCode(host);
	const stranger = new TriggerHost(BY_CALL);
	await stranger.start();
	const foreign = (await new Visitor(stranger).ask({ phoneNumber: typed(0) })).data.challenge;
	await stranger.close();
	const altered = `${challenge.slice(0, -1)}${challenge.endsWith('A') ? 'B' : 'A'}`;
	const target = {
		url: host.url,
		...{ genuine: [challenge], forged: [foreign as string, altered] },
		...{ victim: typed(1), other: (n: number) => typed(1_000 + (n % 5_000)), code },
	};
	// 10,000 in a real n8n: test/host/verification/attack.test.ts.
	const attacked = await attack(target, { requests: 1_000, clients: 50, milliseconds: 50_000 });
	expect(attacked.requests).toBe(1_000);
	expect([attacked.leaks, host.failures]).toEqual([[], []]);
	expect(countOf(attacked, /(match|mismatch)$/)).toBeLessThanOrEqual(3);
	expect(host.executions.length).toBeLessThanOrEqual(1);
	expect(inboxOf(host).length).toBeLessThanOrEqual(SENDS);
	expect(inboxOf(host).filter(({ to }) => to === typed(1)).length).toBeLessThanOrEqual(1);
	expect(countOf(attacked, /^forged: (?!400 malformed|200 page|400 page)/)).toBe(0);
	expect(countOf(attacked, /: 5\d\d/)).toBe(0);
	expect(host.staticData.length).toBeLessThan(200 * SENDS);
});

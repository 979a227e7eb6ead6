import { untilRegistered } from '../host/flows/support/registered';
import { type ActiveVerification, activeVerification } from '../host/verification/trigger';
import { queueFlowHost } from './support/queueFlows';
import { WEBHOOK, type WebhookProcess } from './support/queueHost';
import type { QueueTest } from './support/queueTest';
import { AppAt, BURST, type Guess, newNumber, wrong } from './support/verifying';

/** The number of bursts of each kind; more bursts show better how far the processes exceed a limit. */
const ROUNDS = Number(process.env.QUEUE_ROUNDS ?? 3);
const NAMES = [WEBHOOK, `${WEBHOOK}-2`];
const SENDS_PER_NUMBER = 5;
const MAX_ATTEMPTS = 3;

const both = (reason: string) => NAMES.map(() => reason);

export function verification(queue: QueueTest): void {
	let triggers: Record<'usual' | 'hasty', ActiveVerification>;
	/** The trigger with a cool-down of a minute. */
	let usual: AppAt;
	/** The trigger without a cool-down. */
	let hasty: AppAt;
	/** What the processes must still know after a restart. */
	const before: { capped?: string; verified?: Guess } = {};

	const reach = (processes: WebhookProcess[]) => {
		usual = new AppAt(queue.host, processes, triggers.usual);
		hasty = new AppAt(queue.host, processes, triggers.hasty);
		return processes;
	};
	let processes: WebhookProcess[];

	beforeAll(async () => {
		const { host } = queue;
		host.sandbox.reset();
		const flowHost = await queueFlowHost(host, []);
		const active = async (name: string, options: Record<string, number>) => {
			const parameters = { provider: 'cmVoice', fallbackProvider: 'none' };
			const all = { ...parameters, options: { ...options, sendsInAll: 10_000 } };
			return await activeVerification(flowHost, name, all);
		};
		const noCoolDown = { coolDown: 0, sendsPerNumber: SENDS_PER_NUMBER };
		triggers = { usual: await active('usual', {}), hasty: await active('hasty', noCoolDown) };
		processes = reach([host.webhook, await host.startWebhook(NAMES[1])]);
		for (const { workflow } of Object.values(triggers))
			await untilRegistered(processes[1].url, workflow);
	}, 120_000);

	/** Makes bursts, and expects from each at least the limit, and at most the limit times the number of processes. */
	const expectUpTo = async (limit: number, what: string, burst: () => Promise<number>) => {
		const counts: number[] = [];
		for (let nth = 0; nth < ROUNDS; nth++) counts.push(await burst());
		console.info(`${what}, ${limit} allowed, by bursts of ${BURST} at each process:`, counts);
		expect(Math.min(...counts)).toBeGreaterThanOrEqual(limit);
		expect(Math.max(...counts)).toBeLessThanOrEqual(limit * NAMES.length);
	};

	it('continues at the other process at every step', async () => {
		const guess = await usual.send(0);
		const { status, data } = await usual.post(1, { challenge: guess.challenge, resend: true });
		expect([status, data.reason]).toEqual([429, 'coolDown']);
		const isAnswered = async (at: number, code: Guess, answer: object) =>
			expect((await usual.step(at, code)).data).toMatchObject(answer);
		await isAnswered(1, wrong(guess), { reason: 'mismatch', attemptsLeft: 2 });
		await isAnswered(0, wrong(guess), { reason: 'mismatch', attemptsLeft: 1 });
		await isAnswered(1, guess, { verified: true });
		expect(await usual.atEach(guess)).toEqual(both('alreadyVerified'));
		expect(await usual.executions()).toBe(1);
	});

	it('counts the attempts at both processes together', async () => {
		const guess = await usual.send(1);
		for (const at of [0, 1, 0]) await usual.step(at, wrong(guess));
		expect(await usual.atEach(guess)).toEqual(both('tooManyAttempts'));
	});

	it('sends at most twice the limit for a burst to one number, then nothing', async () => {
		const codes = async (app: AppAt, reason: string) => {
			const phoneNumber = newNumber();
			await app.burst({ phoneNumber });
			const count = app.codesTo(phoneNumber);
			expect(await app.atEach({ phoneNumber })).toEqual(both(reason));
			expect(app.codesTo(phoneNumber)).toBe(count);
			before.capped = phoneNumber;
			return count;
		};
		await expectUpTo(1, 'Codes in a cool-down', async () => await codes(usual, 'coolDown'));
		const many = async () => await codes(hasty, 'tooManySends');
		await expectUpTo(SENDS_PER_NUMBER, 'Codes in 10 minutes', many);
	});

	it('compares at most twice the limit for a burst of wrong codes, then none', async () => {
		await expectUpTo(MAX_ATTEMPTS, 'Wrong codes compared', async () => {
			const guess = await usual.send(0);
			const answers = await usual.burst(wrong(guess));
			expect(await usual.atEach(guess)).toEqual(both('tooManyAttempts'));
			return answers.filter(({ data }) => data.reason === 'mismatch').length;
		});
	});

	it('starts the workflow at most twice for a burst of right codes, then never', async () => {
		await expectUpTo(1, 'Executions for a challenge', async () => {
			const earlier = await usual.executions();
			const guess = (before.verified = await usual.send(1));
			const answers = await usual.burst(guess);
			expect(await usual.atEach(guess)).toEqual(both('alreadyVerified'));
			const count = (await usual.executions()) - earlier;
			expect(answers.filter(({ data }) => data.verified)).toHaveLength(count);
			return count;
		});
	});

	it('forgets nothing when both processes are restarted', async () => {
		const tried = await usual.send(0);
		await usual.step(1, wrong(tried));
		for (const { stop } of processes) await stop();
		reach(await Promise.all(NAMES.map(queue.host.startWebhook)));
		const { capped: phoneNumber, verified } = before;
		expect(await hasty.atEach({ phoneNumber })).toEqual(both('tooManySends'));
		expect(await usual.atEach(verified!)).toEqual(both('alreadyVerified'));
		const { data } = await usual.step(0, wrong(tried));
		expect(data).toMatchObject({ reason: 'mismatch', attemptsLeft: 1 });
		expect((await usual.post(1, tried)).data).toMatchObject({ verified: true });
	}, 120_000);
}

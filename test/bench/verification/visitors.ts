import axios from 'axios';
import { Agent } from 'node:http';
import assert from 'node:assert/strict';

import { recipient } from '../contenders/recipients';
import { call, steps } from './contender';
import type { Block, Contender, Surroundings } from './contender';
import { drive } from './load';

interface Answer {
	status: number;
	data: { challenge?: string; verified?: boolean; reason?: string };
}

const ANSWER_MS = 60_000;

/** The people and apps that verify their numbers, each with a number of their own. */
export class Visitors {
	private count = 0;

	private readonly http = axios.create({
		proxy: false,
		timeout: ANSWER_MS,
		validateStatus: () => true,
		// Every request has a connection of its own; n8n would close a connection that is idle for a few seconds.
		httpAgent: new Agent({ keepAlive: false }),
	});

	constructor(private readonly surroundings: Surroundings) {}

	/**
	 * Verifies `count` numbers step by step: all pages, then all sends, then all checks.
	 *
	 * @throws when an answer is not the expected one, or the sandbox did not get exactly one call for every number
	 */
	async verify({ urls, name }: Contender, count: number): Promise<Block> {
		const numbers = Array.from(
			{ length: count },
			() => recipient(call.prefix, this.count++).number,
		);
		const page = await drive(numbers, async () => await this.http.get<string>(urls.page));
		for (const { status, data } of page.answers)
			assert(status === 200 && data.includes('<form'), `${name} answered its page by ${status}`);

		const send = await drive(
			numbers,
			async (phoneNumber) => await this.send(urls.send, phoneNumber),
		);
		const challenges = send.answers.map(({ status, data: { challenge } }) => {
			assert(status === 200 && challenge, `${name} answered a sending by ${status}`);
			return challenge;
		});

		const codes = await this.codes(numbers);
		const jobs = challenges.map((challenge, index) => ({ challenge, code: codes[index] }));
		const check = await drive(jobs, async (job) => await this.post(urls.check, job));
		for (const { status, data } of check.answers)
			assert(data.verified === true, `${name} answered a right code by ${status}`);
		return Object.fromEntries(
			steps.map((step) => [step, { page, send, check }[step].load]),
		) as Block;
	}

	/**
	 * Checks that a contender does the same job as the others: one code a minute, three attempts, single use.
	 *
	 * @throws when it does not
	 */
	async tryGuards({ urls, name }: Contender): Promise<void> {
		const numbers = [0, 1].map(() => recipient(call.prefix, this.count++).number);
		const sent = await Promise.all(
			numbers.map(async (number) => await this.send(urls.send, number)),
		);
		const [once, wrong] = sent.map(({ data: { challenge } }) => challenge);
		const [code, other] = await this.codes(numbers);
		const isVerified = async (challenge: string | undefined, typed: string) =>
			(await this.post(urls.check, { challenge, code: typed })).data.verified === true;

		const { status } = await this.send(urls.send, numbers[0]);
		assert.equal(status, 429, `${name} has no cool-down`);
		assert(await isVerified(once, code), `${name} refused a right code`);
		assert(!(await isVerified(once, code)), `${name} took a code twice`);
		const wrongCode = other === '000000' ? '111111' : '000000';
		for (let attempt = 1; attempt <= 3; attempt++)
			assert(!(await isVerified(wrong, wrongCode)), `${name} took a wrong code`);
		assert(!(await isVerified(wrong, other)), `${name} compared a fourth time`);
	}

	/** Asks for a code that the trigger's limits do not allow. @throws when it is sent all the same */
	async askInVain({ urls, name }: Contender): Promise<void> {
		const { status } = await this.send(urls.send, recipient(call.prefix, this.count++).number);
		assert.equal(status, 429, `${name} sent more than its limit allows`);
	}

	/** How many numbers were used. */
	get numbers(): number {
		return this.count;
	}

	private async post(url: string, body: object): Promise<Answer> {
		return await this.http.post<Answer['data']>(url, body);
	}

	private async send(url: string, phoneNumber: string): Promise<Answer> {
		return await this.post(url, { phoneNumber });
	}

	/** The code in the one call to each number. */
	private async codes(numbers: string[]): Promise<string[]> {
		const inbox = await this.surroundings.sandbox.newest(numbers.length);
		return numbers.map((number) => {
			const heard = inbox.filter(({ to }) => to === number.replace(/\D/g, ''));
			assert.equal(heard.length, 1, `${number} got ${heard.length} calls`);
			return heard[0].code;
		});
	}
}

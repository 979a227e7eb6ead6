import { randomUUID } from 'node:crypto';
import { sleep } from 'n8n-workflow';

/** What n8n's store says of an account's login. */
export interface StoredLogin {
	/** Empty where there is none. */
	token: string;
	/** Who is logging in, and since when; empty where nobody is. */
	claim: string;
}

/** n8n's store, seen from one login. */
export interface LoginStore {
	/** Whether another process may want to log in at the same moment. */
	isContended: boolean;
	read(): Promise<StoredLogin>;
	/** Stores a claim, or an empty one that takes it back. */
	claim(claim: string): Promise<void>;
}

/** A token that takes the place of a rejected one. */
export interface Renewed {
	token: string;
	/** Who logged in for it: this process, or another one that stored it. */
	by: 'this process' | 'another';
}

/** Milliseconds from a claim until it counts, at least: what others claimed meanwhile must be seen by then. */
const SETTLING = 500;
/** A store that is slow now may be as slow for others: so many times as long as reading and claiming took. */
const SETTLING_FACTOR = 4;
/** Milliseconds between two looks into the store while another process logs in. */
const LOOKING = 100;
/** Milliseconds after which a claim is void: its process ended before its login did. */
const CLAIM_LIFE = 35_000;

const newClaim = () => `${randomUUID()} ${Date.now()}`;

/** By the clock of whoever claimed; processes on several machines need clocks that agree within seconds. */
const isLive = (claim: string) => Math.abs(Date.now() - Number(claim.split(' ')[1])) < CLAIM_LIFE;

/**
 * One login for all processes that share n8n's store, which can be read and written but knows no lock: look for a
 * token that another process stored; else store a claim, wait until all that was claimed at the same time is
 * there, and look whose claim stayed (Fischer's algorithm). Whoever's did logs in, the others wait for its token.
 *
 * @throws what `logIn` throws; the claim is taken back then
 */
export async function logInOnce(
	rejected: string,
	store: LoginStore,
	logIn: () => Promise<string>,
): Promise<Renewed> {
	const own = async () => ({ token: await logIn(), by: 'this process' as const });
	const giveUpAt = Date.now() + CLAIM_LIFE;
	while (Date.now() < giveUpAt) {
		const lookedAt = Date.now();
		const found = await store.read();
		if (isAnother(found.token, rejected)) return { token: found.token, by: 'another' };
		if (isLive(found.claim)) {
			await sleep(LOOKING);
			continue;
		}
		if (!store.isContended) return await own();
		const claim = newClaim();
		await store.claim(claim);
		await sleep(Math.max(SETTLING, SETTLING_FACTOR * (Date.now() - lookedAt)));
		const settled = await store.read();
		if (isAnother(settled.token, rejected)) return { token: settled.token, by: 'another' };
		// No claim at all: n8n does not store what this node gives it, so nobody else can see it either.
		if (isLive(settled.claim) && settled.claim !== claim) continue;
		return await own().catch(async (thrown: unknown) => {
			await store.claim('');
			throw thrown;
		});
	}
	return await own();
}

const isAnother = (token: string, rejected: string) => token !== '' && token !== rejected;

import axios from 'axios';

import { anotherCode } from '../flows/support/flowTest';
import { type InUse, PATIENCE_MS, shapesOf } from './inUse/inUse';
import { resume } from './inUse/interrupted';
import { reportTo } from './inUse/reporting';
import type { UpgradeHost } from './upgradeHost';

/** The host under test, and everything that a user has in it. */
export interface Upgraded {
	host: UpgradeHost;
	inUse: InUse;
}

/**
 * The number of logins at each moment. The update needs one: 0.2.0 tied its token to the password by a hash that is no
 * longer stored, so its token is not used.
 */
const LOGINS = [1, 0, 0];

/**
 * Tests at one moment that a user of the package notices no change.
 *
 * @param at - the index of the unfinished work that is continued now
 */
export function keepsWorking(upgraded: Upgraded, at: number): void {
	it('runs the same workflows with the same outputs, and logs in no more often than it must', async () => {
		const { host, inUse } = upgraded;
		const before = host.sandbox.state.counters.logins.sandbox;
		for (const { workflow, shapes } of inUse.runs) {
			const now = await shapesOf(host, workflow);
			expect(Object.keys(now)).toEqual(Object.keys(shapes));
			// A new version may add fields to the output, but must not remove or change any.
			for (const [node, shape] of Object.entries(shapes)) {
				expect({ node, shape: now[node] }).toEqual({ node, shape: expect.arrayContaining(shape) });
			}
		}
		expect(host.sandbox.state.counters.logins).toEqual({ sandbox: before + LOGINS[at] });
	});

	it('passes the credential tests', async () => {
		const { host, inUse } = upgraded;
		for (const credential of inUse.credentials) {
			const { status } = await host.client.credentials.test(credential);
			expect({ credential: credential.type, status }).toEqual({
				credential: credential.type,
				status: 'OK',
			});
		}
	});

	it('verifies codes that the previous version sent, in workflows that stayed active', async () => {
		const { host, inUse } = upgraded;
		for (const { type, challenge, code, phoneNumber } of inUse.underway) {
			const check = async (typed: string) => {
				const url = `${host.client.rest.url}/webhook/check-${type}`;
				const body = { challenge, code: typed };
				return (await axios.post<unknown>(url, body, { proxy: false })).data;
			};
			expect(await check(anotherCode(code))).toMatchObject({ verified: false, reason: 'mismatch' });
			expect(await check(code)).toMatchObject({ verified: true, reason: 'match', phoneNumber });
		}
	});

	it('verifies a number on a page that a person had open', async () => {
		const { person, digits } = upgraded.inUse.leftOpen[at];
		const code = await person.readCode(digits);
		await person.submit('Code', anotherCode(code));
		await person.sees('That was not the code', PATIENCE_MS);
		await person.submit('Code', code);
		const page = await person.sees('Your number is verified', PATIENCE_MS);
		expect(page).toContain(`+84${digits} is verified`);
		await person.leave();
	});

	it('starts workflows when the providers report', async () => {
		const { host, inUse } = upgraded;
		for (const [index, reporting] of inUse.reporting.entries()) {
			const shape = expect.arrayContaining(inUse.reported[index]) as unknown;
			expect(await reportTo(host, reporting)).toEqual(shape);
		}
	});

	it('sends nothing twice when a failed execution of the previous version is retried', async () => {
		const { host, inUse } = upgraded;
		for (const interrupted of inUse.leftOpen[at].interrupted) {
			expect({ type: interrupted.type, ...(await resume(host, interrupted)) }).toEqual({
				type: interrupted.type,
				reached: interrupted.recipients.map(() => 1),
				items: interrupted.recipients.length,
			});
		}
	});
}

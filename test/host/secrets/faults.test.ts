import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { SUBJECTS } from '../../engine/faults/subjects';
import { FAULTS } from '../../engine/faults/table';
import { providers } from '../../providers';
import { type Host, openHost } from '../host';
import { eventually } from '../flows/support/wait';
import { streamProgress } from '../system/progress';
import { needlesOf, secretsOf } from './needles';
import { MODES, OperationRuns, webhookOf } from './runs';
import { findCodes, findLongCodes, findNeedles, placesOf, readStored } from './scan';
import type { Scanned } from './scan';
import { storedTexts } from './storage';

const EXECUTIONS = FAULTS.length * SUBJECTS.length * MODES.length;
const PLANTED = `planted ${randomBytes(9).toString('base64url')} ü`;
const PLANTED_CODE = '8301927465';

let userFolder: string;
let host: Host;
let scanned: Scanned;
const runs: OperationRuns[] = [];

const codesOf = (wanted: OperationRuns[]) => new Set(wanted.flatMap(({ codes }) => codes));
/** Codes that a person would type: n8n receives them at the webhook and stores them itself. */
const typed = () => codesOf(runs.filter(({ subject }) => !subject.sends));
/** Codes that the nodes generated. */
const made = () => codesOf(runs.filter(({ subject }) => subject.sends));

/** Runs an operation under every fault, one after the other, because its gateway has one fault at a time. */
async function runAll(operation: OperationRuns): Promise<void> {
	for (const fault of FAULTS) for (const mode of MODES) await operation.run(fault, mode);
}

/** Posts a secret and a code to n8n, which stores them; the scan has to find both. */
async function plant(): Promise<void> {
	const planted = {
		plain: PLANTED,
		inBase64: Buffer.from(`x:${PLANTED}!`).toString('base64'),
		spoken: [...PLANTED_CODE].join(', '),
	};
	await host.client.workflows.callWebhook(webhookOf(SUBJECTS[0], 'stopWorkflow'), {
		items: [planted],
	});
}

beforeAll(async () => {
	userFolder = await mkdtemp(path.join(os.tmpdir(), 'n8n-secrets-'));
	host = await openHost({ userFolder, progress: streamProgress() });
	for (const subject of SUBJECTS) runs.push(await OperationRuns.open(host, subject));
	await Promise.all(runs.map(runAll));
	await plant();
	await eventually(
		() => (storedTexts(userFolder).executions > EXECUTIONS ? true : undefined),
		'all executions are stored',
	);
	scanned = await readStored(userFolder, `${host.n8n.log()} ${PLANTED}`);
}, 1_800_000);

afterAll(async () => {
	for (const operation of runs) await operation.close();
	await host?.close();
	await rm(userFolder, { recursive: true, force: true });
});

it('runs every operation under every fault, and n8n stores the executions', async () => {
	// The execution with the planted secret comes on top.
	expect(scanned.executions).toBe(EXECUTIONS + 1);
	const failed = scanned.texts.filter(
		({ place, text }) => place === 'execution_entity.status' && text === 'error',
	).length;
	console.info(
		`${FAULTS.length} faults × ${SUBJECTS.length} operations × ${MODES.length} modes = ${scanned.executions} executions (${failed} failed), ${scanned.files} files, ${scanned.bytes} bytes, ${scanned.texts.length} values; looked for ${secretsOf(host.sandbox).length} forms of secrets (${host.sandbox.state.tokens.length} access tokens) and ${made().size} codes`,
	);
	expect(failed).toBeGreaterThan(FAULTS.length);
	expect(host.sandbox.state.tokens.length).toBeGreaterThan(1);
	expect(made().size).toBeGreaterThan(2 * FAULTS.length);
	expect([...made()].filter((code) => !/^\d{10}$/.test(code))).toEqual([]);
});

it('finds the numbers of every provider’s recipients in the data that n8n stores', () => {
	const { inbox } = host.sandbox.state;
	for (const { sandbox } of providers) {
		// The inbox also has numbers that n8n never got: the test itself requests the codes to verify or resend.
		const sent = runs.flatMap(({ subject, requests }) =>
			subject.provider.sandbox === sandbox ? requests.map(({ body }) => body) : [],
		);
		// The last digits are the same in every notation of a number.
		const text = inbox
			.filter(({ provider }) => provider === sandbox.name)
			.map(({ to }) => to.slice(-9))
			.find((digits) => sent.some((body) => body.includes(digits)))!;
		const places = findNeedles(scanned, [{ what: text, text }]).map(({ place }) => place);
		expect(places.some((place) => place.startsWith('execution_data.data.resultData.'))).toBe(true);
		expect(places.some((place) => /database\.sqlite(-wal)?$/.test(place))).toBe(true);
	}
	const names = scanned.raw.map(({ place }) => place);
	expect(names).toEqual(expect.arrayContaining([expect.stringContaining('n8nEventLog')]));
	expect(scanned.raw.at(-1)?.text).toContain('Editor is now accessible');
});

it('finds no password, token, login or key in that data', () => {
	expect(findNeedles(scanned, secretsOf(host.sandbox))).toEqual([]);
});

it('finds no generated code in that data', () => {
	expect(findCodes(scanned, made())).toEqual([]);
	expect(findLongCodes(scanned, made())).toEqual([]);
});

it('finds typed codes only where n8n received them', () => {
	const places = Object.keys(placesOf(findCodes(scanned, typed())));
	const received =
		/^execution_data\.data\.resultData\.runData\.(Items\.\*\.data\.main\.\*\.\*\.json|Webhook\.\*\.data\.main\.\*\.\*\.json\.body\.items\.\*)\.\w+$/;
	expect(places.length).toBeGreaterThanOrEqual(2);
	for (const place of places) expect(place).toMatch(received);
	const files = placesOf(findLongCodes(scanned, typed()));
	for (const file of Object.keys(files)) expect(file).toMatch(/database\.sqlite(-wal)?$/);
});

it('finds a planted secret in any form, and a planted code', () => {
	const found = placesOf(findNeedles(scanned, needlesOf({ what: 'planted', text: PLANTED })));
	const webhook =
		'execution_data.data.resultData.runData.Webhook.*.data.main.*.*.json.body.items.*';
	expect(found).toMatchObject({
		[`${webhook}.plain`]: expect.any(Number),
		[`${webhook}.inBase64`]: expect.any(Number),
		"n8n's log": expect.any(Number),
	});
	expect(Object.keys(found).some((place) => /database\.sqlite(-wal)?$/.test(place))).toBe(true);
	const code = new Set([PLANTED_CODE]);
	expect(placesOf(findCodes(scanned, code))).toMatchObject({ [`${webhook}.spoken`]: 1 });
	expect(findLongCodes(scanned, code).length).toBeGreaterThan(0);
});

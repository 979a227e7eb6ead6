import axios from 'axios';

import type { Person } from './support/browser';
import { anotherCode, type FlowTest } from './support/flowTest';
import { filesWith, placesOf } from './support/stored';
import { askForCode, executionsOf, newestOutput, typeCode } from './support/verification';

const FILE = 'phone-verification';
const LAST = 'Go on from here';

export function phoneVerification(flow: FlowTest): void {
	let person: Person;
	const address = () => flow.verification(flow.host.example(FILE));

	beforeEach(async () => {
		person = await flow.person();
	});
	afterEach(async () => await person.leave());

	it('verifies a number in less than 30 seconds, with two fields and two clicks', async () => {
		const start = Date.now();
		await askForCode(person, `${address()}?reference=order%207`, '0919 273 301');
		await typeCode(person, await person.readCode('919273301'));
		await person.sees('Your number is verified');
		console.info(`From the page to the verified number: ${(Date.now() - start) / 1000} s`);
		expect(Date.now() - start).toBeLessThan(30_000);
		expect(await newestOutput(flow, flow.host.example(FILE), LAST)).toEqual([
			{
				...{ phoneNumber: '+84919273301', verified: true, reason: 'match', attempts: 1 },
				...{ reference: 'order 7', channel: 'call' },
				verifiedAt: expect.stringMatching(/^\d{4}-/) as string,
			},
		]);
	});

	it('accepts the right code on the third try, and starts nothing before', async () => {
		const before = (await executionsOf(flow, flow.host.example(FILE), 0)).length;
		await askForCode(person, address(), '+84 919 273 302');
		const code = await person.readCode('919273302');
		for (const left of ['2 attempts left', 'one attempt left']) {
			await typeCode(person, anotherCode(code));
			await person.sees(left);
		}
		expect(await executionsOf(flow, flow.host.example(FILE), 0)).toHaveLength(before);
		await typeCode(person, code);
		await person.sees('Your number is verified');
		expect(await executionsOf(flow, flow.host.example(FILE), before + 1)).toHaveLength(before + 1);
	});

	it('refuses even the right code after three wrong ones', async () => {
		await askForCode(person, address(), '0919 273 303');
		const code = await person.readCode('919273303');
		for (let attempt = 0; attempt < 3; attempt++) await typeCode(person, anotherCode(code));
		await person.sees('There were too many attempts');
		await typeCode(person, code);
		await person.sees('There were too many attempts');
	});

	it('calls nobody for an invalid number', async () => {
		const { requests } = flow.host.sandbox.state.counters;
		await person.open(address());
		await person.page.getByLabel('Phone number').fill('12345');
		await person.pressNamed('Get a code');
		await person.sees('Please check the number.');
		expect(flow.host.sandbox.state.counters.requests).toEqual(requests);
	});

	it('shows the page in the language that its address asks for', async () => {
		for (const [query, language] of [
			['?lang=vi', 'vi'],
			['?lang=th', 'th'],
			['', 'en'],
		]) {
			const { data } = await axios.get<string>(address() + query, { proxy: false });
			expect(data).toContain(`<html lang="${language}"`);
		}
	});

	it('stores no code anywhere in n8n', async () => {
		const workflow = await flow.host.importCopy(FILE, (copy) => {
			copy.name = 'Phone verification, long codes';
			const trigger = copy.nodes.find(({ webhookId }) => webhookId)!;
			trigger.webhookId = 'long-codes';
			// Ten digits do not appear by chance in what n8n stores.
			Object.assign(trigger.parameters.options as object, { codeLength: 10 });
		});
		await askForCode(person, flow.verification(workflow), '0919 273 304');
		const code = await person.readCode('919273304');
		await typeCode(person, anotherCode(code));
		await person.sees('2 attempts left');
		await typeCode(person, code);
		await person.sees('Your number is verified');
		const [execution] = await executionsOf(flow, workflow, 1);
		expect(placesOf('+84919273304', execution)).not.toEqual([]);
		for (const text of [code, anotherCode(code)]) {
			expect(placesOf(text, execution)).toEqual([]);
			expect(flow.host.n8n.log()).not.toContain(text);
			expect(await filesWith(text, flow.host.userFolder)).toEqual([]);
		}
	});
}

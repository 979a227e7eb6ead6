import type { StoredWorkflow } from '../n8nClient';
import type { Person } from './support/browser';
import { parametersOf } from './support/flowHost';
import { anotherCode, type FlowTest } from './support/flowTest';
import { filesWith, placesOf } from './support/stored';
import { eventually } from './support/wait';

const FILE = 'phone-verification-form-voice';
const SOON = 'verify-phone-by-voice-soon-expired';

/** Requests a call, and waits for the page that asks for the code. */
async function callTo(person: Person, form: string, number: string): Promise<string> {
	await person.open(form);
	await person.submit('Phone number', number);
	return await person.sees('Enter the code');
}

/** @param storedWith - finds the places where n8n stored a text; default in the files of its user folder */
export function phoneFormByVoice(
	flow: FlowTest,
	storedWith = async (text: string) => await filesWith(text, flow.host.userFolder),
): void {
	let person: Person;
	let late: Person;
	let soonExpired: StoredWorkflow;

	beforeAll(async () => {
		soonExpired = await flow.host.importCopy(FILE, (workflow) => {
			workflow.name = 'Phone verification form: voice call, soon expired';
			parametersOf(workflow, 'Phone number form').options.path = SOON;
			// Ten digits do not appear by chance in what n8n stores.
			Object.assign(parametersOf(workflow, 'Call with a code').options, {
				codeLength: 10,
				expiresIn: 30,
			});
		});
		late = await flow.person();
		await callTo(late, flow.form(SOON), '0919 273 009');
	});
	beforeEach(async () => {
		person = await flow.person();
	});
	afterEach(async () => await person.leave());
	afterAll(async () => await late.leave());

	it('verifies a number by the code in the call', async () => {
		await person.open(flow.form('verify-phone-by-voice'));
		await person.sees('Verify your phone number');
		await person.submit('Phone number', '0919 273 027');
		expect(await person.sees('Enter the code')).toContain('We are calling +84919273027.');
		await person.submit('Code', await person.readCode('919273027'));
		expect(await person.sees('Your number is verified')).toContain('+84919273027 is verified');
		const { perRecipient } = flow.host.sandbox.state.counters.accepted;
		expect(perRecipient['0919273027']).toBe(1);
	});

	it('accepts the right code on the third try', async () => {
		await callTo(person, flow.form('verify-phone-by-voice'), '+84 919 273 002');
		const code = await person.readCode('919273002');
		await person.submit('Code', anotherCode(code));
		expect(await person.sees('That was not the code')).toContain('You can try 2 more times.');
		await person.submit('Code', anotherCode(code));
		expect(await person.sees('That was not the code')).toContain('You can try once more.');
		await person.submit('Code', code);
		await person.sees('Your number is verified');
	});

	it('refuses after three wrong codes', async () => {
		await callTo(person, flow.form('verify-phone-by-voice'), '0919 273 003');
		const wrong = anotherCode(await person.readCode('919273003'));
		for (const next of ['2 more times', 'once more', 'Your number is not verified']) {
			await person.submit('Code', wrong);
			await person.sees(next);
		}
		expect(await person.sees('None of the three tries was the code.')).not.toContain('Verify');
	});

	it.each(['12345', '+66 81 234 5678'])('calls nobody for “%s”', async (number) => {
		const { requests } = flow.host.sandbox.state.counters;
		await person.open(flow.form('verify-phone-by-voice'));
		await person.submit('Phone number', number);
		const page = await person.sees('We could not call this number');
		expect(page).toContain('such as 0919 273 027');
		expect(page).not.toMatch(/error|problem|failure|mistake/i);
		expect(flow.host.sandbox.state.counters.requests).toEqual(requests);
	});

	it('stores the code nowhere in n8n, except as the person typed it', async () => {
		await callTo(person, flow.form(SOON), '0919 273 004');
		const code = await person.readCode('919273004');
		const typed = `${code.slice(0, 5)} ${code.slice(5)}`;
		await person.submit('Code', typed);
		await person.sees('Your number is verified');

		const { client, n8n } = flow.host;
		const { id } = await eventually(async () => {
			const executions = await client.executions.list({
				workflowId: soonExpired.id,
				status: ['success'],
			});
			return executions[0];
		}, 'the execution is stored');
		const execution = await client.executions.get(id);
		expect(placesOf('+84919273004', execution)).not.toEqual([]);
		expect(placesOf(code, execution)).toEqual([]);
		expect(placesOf(typed, execution)).toEqual([
			'data.resultData.runData.Code page.0.data.main.0.0.json.Code',
		]);
		expect(n8n.log()).not.toContain(code);
		expect(await storedWith('+84919273004')).not.toEqual([]);
		expect(await storedWith(code)).toEqual([]);
	});

	it('refuses the right code after it has expired', async () => {
		const code = await late.readCode('919273009');
		const [{ at }] = flow.host.sandbox.state.inbox.filter(({ to }) => to === '0919273009');
		await late.page.waitForTimeout(Math.max(0, Date.parse(at) + 31_000 - Date.now()));
		await late.submit('Code', code);
		expect(await late.sees('Your number is not verified')).toContain('The code has expired.');
	});
}

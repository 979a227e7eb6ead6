import type { StoredWorkflow } from '../n8nClient';
import type { Person } from './support/browser';
import type { FlowTest } from './support/flowTest';
import { askForCode, newestOutput, PAGE, typeCode } from './support/verification';

const FILE = 'sms-first-voice';
const LAST = 'Go on from here';

export function smsFirstVoice(flow: FlowTest): void {
	let person: Person;
	let impatient: StoredWorkflow;

	beforeAll(async () => {
		impatient = await flow.host.importCopy(FILE, (workflow) => {
			workflow.name = 'Text message first, no cool-down';
			const trigger = workflow.nodes.find(({ webhookId }) => webhookId)!;
			trigger.webhookId = 'no-cool-down';
			Object.assign(trigger.parameters.options as object, { coolDown: 0 });
		});
	});
	beforeEach(async () => {
		person = await flow.person();
	});
	afterEach(async () => await person.leave());

	const sentTo = (digits: string) =>
		flow.host.sandbox.state.inbox.filter(({ to }) => to === digits).map(({ kind }) => kind);

	it('verifies a number by the code in the text message', async () => {
		await askForCode(person, flow.verification(flow.host.example(FILE)), '081 234 6101');
		await person.sees('We sent a text message');
		await typeCode(person, await person.readCode('66812346101'));
		await person.sees('Your number is verified');
		expect(sentTo('66812346101')).toEqual(['sms']);
		const output = await newestOutput(flow, flow.host.example(FILE), LAST);
		expect(output).toMatchObject([{ phoneNumber: '+66812346101', channel: 'text' }]);
	});

	it('calls when the person asks for it', async () => {
		await askForCode(person, flow.verification(impatient), '081 234 6102');
		await person.pressNamed(PAGE.callInstead);
		await person.sees('Answer our call');
		expect(sentTo('66812346102')).toEqual(['call', 'sms']);
		await typeCode(person, await person.readCode('66812346102'));
		await person.sees('Your number is verified');
		const output = await newestOutput(flow, impatient, LAST);
		expect(output).toMatchObject([{ phoneNumber: '+66812346102', channel: 'call' }]);
	});

	it('calls at once if the message is refused', async () => {
		await flow.whileConfigured({ antsCredit: 0 }, async () => {
			await askForCode(person, flow.verification(flow.host.example(FILE)), '081 234 6103');
		});
		await person.sees('Answer our call');
		expect(sentTo('66812346103')).toEqual(['call']);
		await typeCode(person, await person.readCode('66812346103'));
		await person.sees('Your number is verified');
	});
}

import type { Person } from './support/browser';
import { anotherCode, type FlowTest } from './support/flowTest';

const CODE = 'Code';
const AGAIN = 'Send me a new code';

export function phoneFormBySms(flow: FlowTest): void {
	let person: Person;

	beforeEach(async () => {
		person = await flow.person();
		await person.open(flow.form('verify-phone-by-sms'));
	});
	afterEach(async () => await person.leave());

	/** Requests a text message, and waits for the page that asks for the code. */
	const textTo = async (number: string) => {
		await person.submit('Mobile number', number);
		return await person.sees('Enter the code');
	};
	const sentTo = (digits: string) => flow.host.sandbox.state.acceptedFor(digits);

	it('verifies a number by the code in the message', async () => {
		const page = await textTo('081 234 5001');
		const [message] = flow.host.sandbox.state.inbox;
		expect(message).toMatchObject({ kind: 'sms', to: '66812345001' });
		expect(page).toContain('+66812345001');
		expect(page).toContain((message as { referenceCode: string }).referenceCode);
		await person.submit(CODE, await person.readCode('66812345001'));
		expect(await person.sees('Your number is verified')).toContain('+66812345001 is verified');
		expect(sentTo('66812345001')).toBe(1);
	});

	it('sends again on request, and then accepts only the new code', async () => {
		await textTo('+66 81 234 5002');
		const first = await person.readCode('66812345002');
		await person.choose(AGAIN);
		await person.sees('We sent a text message');
		expect(sentTo('66812345002')).toBe(2);
		const second = await person.readCode('66812345002');
		// Once in 100,000 times both codes are the same.
		if (first !== second) {
			await person.submit(CODE, first);
			await person.sees('That was not the code');
		}
		await person.submit(CODE, second);
		await person.sees('Your number is verified');
	});

	it('sends again at most three times', async () => {
		await textTo('081 234 5003');
		for (let round = 0; round < 3; round++) {
			await person.choose(AGAIN);
			await person.sees('We sent a text message');
		}
		await person.choose(AGAIN);
		await person.sees('Your number is not verified');
		expect(sentTo('66812345003')).toBe(4);
	});

	it('refuses after as many wrong codes as ANTS allows, and does not count an empty field', async () => {
		await textTo('081 234 5004');
		const wrong = anotherCode(await person.readCode('66812345004'));
		await person.press();
		await person.sees('We sent a text message');
		const again = Array<string>(3).fill('That was not the code');
		for (const next of [...again, 'There were too many tries']) {
			await person.submit(CODE, wrong);
			await person.sees(next);
		}
		await person.sees('Your number is not verified');
	});

	it('refuses the right code after it has expired', async () => {
		await flow.whileConfigured({ antsCodeLifetime: 0.1 }, async () => {
			await textTo('081 234 5005');
		});
		await person.submit(CODE, await person.readCode('66812345005'));
		expect(await person.sees('Your number is not verified')).toContain('The code has expired.');
	});

	it('texts nobody for an invalid number', async () => {
		const { requests } = flow.host.sandbox.state.counters;
		await person.submit('Mobile number', '12345');
		const page = await person.sees('We could not text this number');
		expect(page).not.toMatch(/error|problem|failure|mistake/i);
		expect(flow.host.sandbox.state.counters.requests).toEqual(requests);
	});

	it('reports that the code cannot be checked at the moment', async () => {
		await textTo('081 234 5006');
		const code = await person.readCode('66812345006');
		const match = { provider: 'ants', path: '/otp/verifyOTP' } as const;
		flow.host.sandbox.addFault({ match, times: 1, do: { status: 500 } });
		await person.submit(CODE, code);
		const page = await person.sees('Your number is not verified');
		expect(page).toContain('We could not check a code.');
	});
}

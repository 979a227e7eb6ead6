import { stateOf } from '../../../../nodes/shared/verification/state';
import { FakeTrigger } from '../../support/trigger';

const phoneNumber = '0919273027';

/** Leaves of what the process knows nothing but the static data: it keeps the 1000 triggers that were used last. */
function restart(): void {
	for (let nth = 0; nth < 1_000; nth++) stateOf('another trigger', String(nth));
}

afterEach(() => jest.restoreAllMocks());

describe('after a restart, the trigger', () => {
	it('keeps the cool-down of a number', async () => {
		const trigger = new FakeTrigger();
		await trigger.ask({ phoneNumber });
		restart();
		const answer = await trigger.ask({ phoneNumber });
		expect([answer.status, answer.json]).toEqual([429, { reason: 'coolDown' }]);
	});

	it('accepts no code for a second time', async () => {
		const trigger = new FakeTrigger();
		const { challenge } = (await trigger.ask({ phoneNumber })).json;
		const right = { challenge, code: trigger.code };
		expect((await trigger.ask(right)).json.reason).toBe('match');
		restart();
		const { json, outputs } = await trigger.ask(right);
		expect([json.reason, outputs]).toEqual(['alreadyVerified', undefined]);
	});
});

describe('after an update of the package, the trigger', () => {
	const id = 'a trigger that is updated';
	/** What it gave and kept before, at the time at which a fake trigger begins, as its first version does. */
	const before = {
		challenge:
			'2.5c13udXDq1PaeJqaCkp2MGPBHPkTBmJ8fb7atTixSJkwsgrviF4Y85AO6dfb3iQhcOErU_Gt3G20e4cjb5OMHBnii_Lur2z2f_vKBNPgAb8cIeYq05NBS1EaZe0O4UE43qRT8nbhsnPTdOUrNiyYPVa7JmZLBsBBTGYVq36hMQVZ4Ku1HrxHkQNbi8QCEJM8exfWGxyFLgzBfANf_j0gkkSWnEeGlrvH8sCaVq47dAodeA6hvMPVRRUL',
		code: '223204',
		verification:
			'{"sends":[["OUFwZjJ92ENj",1800000000000,"2JszYCXDE3E","M-CD58WXU4k",0]],"trials":[],"told":[]}',
	};

	it('takes a code that is already on its way', async () => {
		const { challenge, code } = before;
		const { json } = await new FakeTrigger({ provider: 'antBuddy' }, id).ask({ challenge, code });
		expect(json).toMatchObject({ verified: true, reason: 'match' });
	});

	it('goes on counting the codes to a number and for an address', async () => {
		const trigger = new FakeTrigger({ provider: 'antBuddy' }, id);
		Object.assign(trigger, {
			staticData: { verification: before.verification },
			options: { sendsPerAddress: 1 },
		});
		expect((await trigger.ask({ phoneNumber })).json).toEqual({ reason: 'coolDown' });
		const other = await trigger.ask({ phoneNumber: '0919273028' });
		expect(other.json).toEqual({ reason: 'tooManySends' });
	});
});

import { NodeTest } from '../../support/nodeTest';
import { expectHelpful } from '../../support/refusedInput';
import { SENDERS } from './senders';

/** Numbers of three countries; each provider's own is in the first place. */
const NUMBERS = {
	VN: '+84919273027',
	TH: '+66812345678',
	NL: '+31612345678',
};

describe.each(SENDERS)('Allowed Countries of $name', (sender) => {
	const test = new NodeTest(sender.type, sender.parameters);
	const own = sender.recipient.defaultCountry ?? 'VN';
	const items = [{ to: NUMBERS[own] }];

	it('refuses another destination before any request, a login included', async () => {
		const result = await test.run({ items, credential: { allowedCountries: ['NL', 'DE'] } });
		expect(result.error?.message).toContain(`“${NUMBERS[own]}” belongs to `);
		expect(result.error?.message).toContain('which this credential may not reach');
		expect(result.error?.context).toMatchObject({ itemIndex: 0, outcome: 'notSent' });
		expectHelpful(result);
		expect(test.sandbox.state.requests).toEqual([]);
	});

	it('sends to an allowed destination, and in continue mode refuses only the others', async () => {
		const { output } = await test.run({
			items: [{ to: NUMBERS.NL }, { to: NUMBERS[own] }, { to: NUMBERS.NL }],
			credential: { allowedCountries: [own] },
			settings: { onError: 'continueRegularOutput' },
		});
		expect(output.map(({ json }) => json.error === undefined)).toEqual([false, true, false]);
		expect(output[0].json.error).toMatch(/NL|Netherlands/);
		expect(test.sandbox.state.counters.accepted).toMatchObject({ total: 1 });
		expect(test.sent).toHaveLength(1);
	});

	it('refuses a number that is sent unchanged, too', async () => {
		const { error } = await test.run({
			items: [{ to: NUMBERS.NL }],
			parameters: { options: { sendNumberUnchanged: true } },
			credential: { allowedCountries: [own] },
		});
		expect(error?.message).toContain('which this credential may not reach');
		expect(test.sandbox.state.requests).toEqual([]);
	});
});

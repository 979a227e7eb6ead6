import fc from 'fast-check';
import { NodeOperationError } from 'n8n-workflow';
import type { IDataObject } from 'n8n-workflow';
import { reached as byAntBuddy } from '../../../../nodes/AntBuddy/call/create.operation';
import { reached as byAnts } from '../../../../nodes/Ants/otp/request.operation';
import { runItems } from '../../../../nodes/shared/items/runItems';
import { numberResource } from '../../../../nodes/shared/numbers/check.operation';
import { readNumber } from '../../../../nodes/shared/numbers/phoneNumber';
import type { Destination } from '../../../../nodes/shared/numbers/phoneNumber';
import { reached as byCm } from '../../../../nodes/VoiceOtpAdvanced/call/recipients';
import { fakeExecution } from '../../support/execution';
import { failureOf } from '../../support/failure';
import { itemOf, testProvider } from '../../support/item';

const operationOf = (reached: Destination) => numberResource(reached).operations[0];

async function check(reached: Destination, phoneNumber: unknown, setting: object = {}) {
	const parameters = { phoneNumber } as IDataObject;
	const { item } = await itemOf({ parameters, ...setting });
	return await operationOf(reached).execute(item);
}

const vietnamese = {
	...{ valid: true, phoneNumber: '+84919273027', country: 'VN', type: 'mobile' },
	...{ allowed: true, reason: null },
};
const invalid = { valid: false, phoneNumber: null, country: null, type: null, allowed: false };

describe('puts out what a number is', () => {
	it.each(['0919 273 027', '="0919273027"', '8.4919273027E10', 919_273_027])(
		'%j, as Call: Create reads it',
		async (typed) => {
			expect(await check(byAntBuddy, typed)).toEqual(vietnamese);
		},
	);

	it.each([
		[byAnts, '081 234 5678', { country: 'TH', type: 'mobile', allowed: true, reason: null }],
		[
			byAnts,
			'02 123 4567',
			{
				type: 'fixedLine',
				allowed: false,
				reason: 'it is a landline, which takes no text message',
			},
		],
		[byCm, '+66 2 123 4567', { type: 'fixedLine', allowed: true }],
		[byCm, '+1 202 555 0123', { country: 'US', type: 'fixedLineOrMobile', allowed: true }],
		[
			byCm,
			'+979 123 456 789',
			{ country: null, type: 'premiumRate', allowed: false, reason: 'it is a premium-rate number' },
		],
		[
			byAntBuddy,
			'+66 81 234 5678',
			{
				...{ valid: true, phoneNumber: '+66812345678', allowed: false },
				reason: 'it is not a number in Vietnam, where AntBuddy calls',
			},
		],
	])('%j: %s', async (reached, typed, expected) => {
		expect(await check(reached, typed)).toMatchObject({ valid: true, ...expected });
	});

	it.each([
		['', 'it is empty'],
		[null, 'it is empty'],
		['N/A', 'it holds no phone number'],
		['0919273027', 'its country code is missing'],
		['84919273027', 'the plus is missing in front of its country code'],
		['+4930123456 / 57', 'it holds several numbers'],
		[{ a: 1 }, 'it is neither a text nor a whole number'],
	])('%j, which is not valid', async (typed, reason) => {
		expect(await check(byCm, typed)).toEqual({ ...invalid, reason });
	});

	it('with Default Country', async () => {
		const setting = {
			parameters: { phoneNumber: '0919273027', options: { defaultCountry: 'VN' } },
		};
		expect(await check(byCm, '', setting)).toEqual(vietnamese);
	});

	it('with the Allowed Countries of the credential', async () => {
		const credential = { allowedCountries: ['TH'] };
		expect(await check(byAntBuddy, '0919273027', { credential })).toEqual({
			...vietnamese,
			allowed: false,
			reason: 'it belongs to Vietnam, which this credential may not reach',
		});
	});
});

it('refuses settings that cannot be read, which are no fault of a number', async () => {
	const parameters = { phoneNumber: '0919273027', options: { defaultCountry: 'XX' } };
	const { message } = await failureOf(async () => await check(byCm, '', { parameters }));
	expect(message).toContain('Default Country is “XX”');
	const credential = { allowedCountries: 'XX' };
	const unreadable = await failureOf(async () => await check(byCm, '+84919273027', { credential }));
	expect(unreadable.message).toContain('Allowed Countries in the credential is “XX”');
});

it('allows a number exactly if the node reaches it, and throws for none', async () => {
	const { item } = await itemOf({ credential: { allowedCountries: ['VN', 'TH', 'US'] } as never });
	const typed = fc.oneof(
		fc.stringMatching(/^[+0]{0,2}(84|66|1|44)?[0-9 .()/-]{4,12}$/),
		fc.string(),
		fc.jsonValue(),
	);
	const kinds = fc.constantFrom(byAntBuddy, byAnts, byCm);
	await fc.assert(
		fc.asyncProperty(typed, kinds, async (phoneNumber, reached) => {
			const credential = item.credential;
			const output = (await check(reached, phoneNumber, { credential })) as IDataObject;
			const source = { parameter: 'Mobile', ...reached };
			const read = () => readNumber(item, phoneNumber, source).e164;
			if (output.allowed) {
				expect(output).toMatchObject({ valid: true, phoneNumber: read(), reason: null });
				return;
			}
			expect(read).toThrow(NodeOperationError);
			expect(output.reason).toEqual(expect.stringMatching(/^\S.*\S$/));
		}),
		{ numRuns: 500 },
	);
});

describe('the credential', () => {
	const run = async (credentials?: object) => {
		const { context, sent } = fakeExecution({
			items: 2,
			parameters: { resource: 'number', operation: 'check' },
			perItem: [{ phoneNumber: '+84919273027' }, { phoneNumber: 'N/A' }],
			node: { credentials } as never,
			credential: { allowedCountries: ['TH'] } as never,
		});
		const getCredentials = jest.spyOn(context, 'getCredentials');
		const resources = [numberResource(byCm)];
		const [output] = await runItems(context, { provider: testProvider, resources });
		expect(sent).toEqual([]);
		return { allowed: output.map(({ json }) => json.allowed), asked: getCredentials.mock.calls };
	};

	it('may be left out', async () => {
		expect(await run()).toEqual({ allowed: [true, false], asked: [] });
	});

	it('counts for each item if it is set', async () => {
		const { allowed, asked } = await run({ testApi: { id: '1', name: 'Test' } });
		expect({ allowed, times: asked.length }).toEqual({ allowed: [false, false], times: 2 });
	});
});

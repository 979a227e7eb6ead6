import { NodeTest } from '../../support/nodeTest';
import { antBuddyCreate } from '../../support/operations';
import { expectRefusedInput } from '../../support/refusedInput';

const test = new NodeTest(antBuddyCreate.type, antBuddyCreate.parameters);
const own = (code: unknown) => ({ codeSource: 'own', code });
const options = (fields: object) => ({ options: fields });

describe('within the limits', () => {
	it.each<[string, object]>([
		['Max Retry 0', options({ maxRetry: 0 })],
		['Max Retry without an upper limit', options({ maxRetry: 1_000_000 })],
		['Code Length 4', options({ codeLength: 4 })],
		['Code Length 10', options({ codeLength: 10 })],
		['Expires In 30', options({ expiresIn: 30 })],
		['Expires In 600', options({ expiresIn: 600 })],
		['Timeout 3600000', options({ timeout: 3_600_000 })],
		['a code of one character', own('7')],
		['a code of 64 characters', own('7'.repeat(64))],
	])('%s', async (_name, parameters) => {
		const { error } = await test.run({ parameters: parameters as never });
		expect(error).toBeUndefined();
		expect(test.sent).toHaveLength(1);
	});
});

const MAX_RETRY = 'is not a whole number of 0 or more';
const CODE_LENGTH = 'is not a whole number from 4 to 10';
const EXPIRES_IN = 'is not a whole number from 30 to 600';
const TIMEOUT = 'is not a whole number from 1 to 3600000';

describe('beyond the limits', () => {
	it.each<[string, object, string]>([
		['Max Retry “-1”', options({ maxRetry: -1 }), MAX_RETRY],
		['Max Retry “1.5”', options({ maxRetry: 1.5 }), MAX_RETRY],
		['Max Retry “twice”', options({ maxRetry: 'twice' }), MAX_RETRY],
		['Max Retry “true”', options({ maxRetry: true }), MAX_RETRY],
		['Max Retry “[2]”', options({ maxRetry: [2] }), MAX_RETRY],
		['Max Retry “{"times":2}”', options({ maxRetry: { times: 2 } }), MAX_RETRY],
		['Code Length “3”', options({ codeLength: 3 }), CODE_LENGTH],
		['Code Length “11”', options({ codeLength: 11 }), CODE_LENGTH],
		['Code Length “6.5”', options({ codeLength: 6.5 }), CODE_LENGTH],
		['Code Length “six”', options({ codeLength: 'six' }), CODE_LENGTH],
		['Expires In “29”', options({ expiresIn: 29 }), EXPIRES_IN],
		['Expires In “601”', options({ expiresIn: 601 }), EXPIRES_IN],
		['Expires In “5m”', options({ expiresIn: '5m' }), EXPIRES_IN],
		['Timeout “0”', options({ timeout: 0 }), TIMEOUT],
		['Timeout “-1”', options({ timeout: -1 }), TIMEOUT],
		['Timeout “1.5”', options({ timeout: 1.5 }), TIMEOUT],
		['Timeout “3600001”', options({ timeout: 3_600_001 }), TIMEOUT],
		['Timeout “soon”', options({ timeout: 'soon' }), TIMEOUT],
	])('%s', async (name, parameters, limits) => {
		const [, field, value] = /^(.+) (“.+”)$/.exec(name)!;
		const result = await test.run({ parameters: parameters as never });
		expectRefusedInput(test, result, `${field} is ${value}, which ${limits}`, limits);
		expect(result.error?.description).toContain(`Set ${field} to a whole number`);
	});

	it.each<[unknown, RegExp]>([
		['={{ "" }}', /^Code is empty/],
		['   ', /^Code is empty/],
		['={{ null }}', /^Code is empty/],
		['={{ $json.missing }}', /^Code is empty/],
		[' - – ', /^Code holds nothing but spaces and dashes/],
		['7'.repeat(65), /^Code is 65 characters long; at most 64 are possible/],
		['={{ {} }}', /^Code “{}” is not a text/],
		['={{ { value: 123456 } }}', /^Code “{"value":123456}” is not a text/],
		['={{ [123456] }}', /^Code “\[123456\]” is not a text/],
		['={{ true }}', /^Code “true” is not a text/],
	])('the own code %p', async (code, words) => {
		const result = await test.run({ parameters: own(code) as never });
		expectRefusedInput(test, result, 'Code', words);
	});

	it.each(['Generate', 'Own', 'random', 1, true, ['own'], {}])(
		'the Code Source %p',
		async (codeSource) => {
			const result = await test.run({ parameters: { codeSource, code: '123456' } as never });
			expectRefusedInput(test, result, 'Code Source', /is not among its values/);
			expect(result.error?.description).toContain('generate, own, provider');
		},
	);
});

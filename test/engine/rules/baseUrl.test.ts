import { expectHelpful } from '../../support/refusedInput';
import { NodeTest } from '../../support/nodeTest';
import { itemsFor, reached, SENDERS } from './senders';

/** A login such as people leave in addresses they copy. */
const LOGIN = 'somebody:hidden-in-the-address';

const REFUSED = [
	['http on another host', 'http://192.0.2.1/api', 'does not start with https://'],
	[
		'http on a host that begins like loopback',
		'http://127.0.0.1.invalid/',
		'does not start with https://',
	],
	['http on a host named localhost.…', 'http://localhost.invalid/', 'does not start with https://'],
	['another scheme', 'ftp://127.0.0.1/', 'does not start with https://'],
	['a file', 'file:///tmp', 'does not start with https://'],
	['a login', `https://${LOGIN}@127.0.0.1/`, 'contains a login'],
	['a login, loopback', `http://${LOGIN}@127.0.0.1/`, 'contains a login'],
	['a query', 'https://127.0.0.1/api?key=1', 'contains "?" or "#"'],
	['a fragment', 'https://127.0.0.1/api#part', 'contains "?" or "#"'],
	['no address', 'api-service', 'is not a web address'],
	['nothing', '', 'is empty'],
	['blanks', '   ', 'is empty'],
];

describe.each(SENDERS)('Base URL of $name', (sender) => {
	const test = new NodeTest(sender.type, sender.parameters);

	it.each(REFUSED)('refuses %s before any request', async (_what, baseUrl, words) => {
		const result = await test.run({ items: itemsFor(sender, 3), credential: { baseUrl } });
		expect(result.error?.message).toMatch(/^Base URL in the credential /);
		expect(result.error?.message).toContain(words);
		expect(result.error?.context).toMatchObject({ itemIndex: 0, outcome: 'notSent' });
		expectHelpful(result);
		expect(result.stored).not.toContain(LOGIN);
		expect(test.sandbox.state.requests).toEqual([]);
	});

	it.each(['/', '//', '  '])('reads an address that ends in %j as the same', async (ending) => {
		const baseUrl = ` ${test.baseUrl}${ending}`;
		const { error } = await test.run({ items: itemsFor(sender, 1), credential: { baseUrl } });
		expect(error).toBeUndefined();
		expect(reached(test, sender, 1)).toEqual([1]);
		expect(test.sent.map(({ path }) => path)).toEqual([sender.path]);
	});
});

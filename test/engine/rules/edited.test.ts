import { NodeTest } from '../../support/nodeTest';
import { pressRetry, reached, SENDERS } from './senders';

describe.each(SENDERS)('Retry after the workflow was edited: $name', (sender) => {
	const { parameter, typed, counted } = sender.recipient;
	const test = new NodeTest(sender.type, sender.parameters);
	const people = [0, 1, 2];
	const items = people.map((person) => ({
		to: typed(person),
		draft: person === 1 ? 'to be filled in' : typed(person),
		reversed: typed(2 - person),
	}));
	const read = (field: string, more = {}) => ({
		[parameter]: `={{ $json.${field} }}`,
		...more,
		options: { maxConcurrency: 1 },
	});

	it.each(['to', 'reversed'])('reaches each person once, with the expression %s', async (field) => {
		const failed = await test.run({ items, parameters: read('draft') });
		expect(failed.error?.message).toMatch(/ \[item 1\]$/);
		expect(reached(test, sender, 3)).toEqual([1, 0, 0]);

		const { error, output } = await pressRetry(test, failed, { parameters: read(field) });
		expect(error).toBeUndefined();
		expect(reached(test, sender, 3)).toEqual([1, 1, 1]);
		expect(output).toHaveLength(3);
	});

	it('does not reach a person again for other options', async () => {
		const failed = await test.run({ items, parameters: read('draft') });
		const parameters = { ...read('to'), options: { timeout: 9000 } };
		expect((await pressRetry(test, failed, { parameters })).error).toBeUndefined();
		expect(reached(test, sender, 3)).toEqual([1, 1, 1]);
	});

	if (sender.code)
		it.each([
			['the same own code', '4711', 1],
			['another own code', '4712', 2],
		])('reaches the person again only for another own code: %s', async (_what, code, times) => {
			const own = (value: string) => ({ codeSource: 'own', code: value });
			const failed = await test.run({ items, parameters: read('draft', own('4711')) });
			const parameters = read('to', own(code));
			expect((await pressRetry(test, failed, { parameters })).error).toBeUndefined();
			expect(reached(test, sender, 3)).toEqual([times, 1, 1]);
			const codes = test.sandbox.state.inbox.filter(({ to }) => to === counted(0));
			expect(codes).toHaveLength(times);
		});
});

describe.each(SENDERS)('what fails before the first request: $name', (sender) => {
	const test = new NodeTest(sender.type, sender.parameters);
	const items = [{ to: sender.recipient.typed(0) }, { to: sender.recipient.typed(1) }];
	const broken = [
		['an operation that does not exist', { parameters: { operation: 'nonsense' } }],
		['a credential that cannot be read', { settings: { credentials: {} } }],
	] as const;

	it.each(broken)('fails the execution in stop mode: %s', async (_what, changes) => {
		expect((await test.run({ items, ...changes })).error).toBeDefined();
		expect(test.requests).toEqual([]);
	});

	it.each(
		broken.flatMap(([what, changes]) => [
			{ what, changes, onError: 'continueRegularOutput' as const, at: 0 },
			{ what, changes, onError: 'continueErrorOutput' as const, at: 1 },
		]),
	)('is an item with an error for each item: $what, $onError', async ({ changes, onError, at }) => {
		const settings = { ...('settings' in changes && changes.settings), onError };
		const { outputs, error } = await test.run({ items, ...changes, settings });
		expect(error).toBeUndefined();
		const failed = outputs[at] ?? [];
		expect(failed.map(({ json, pairedItem }) => [typeof json.error, pairedItem])).toEqual([
			['string', { item: 0 }],
			['string', { item: 1 }],
		]);
		expect(outputs.flatMap((output) => output ?? [])).toHaveLength(2);
		expect(test.requests).toEqual([]);
	});
});

import type { IDataObject } from 'n8n-workflow';
import { createChallenge } from '../../../nodes/shared/codes/challenge';
import { CHALLENGING } from '../../providers';
import { VIETNAM } from '../../providers/samples';
import { NodeTest } from '../../support/nodeTest';
import { toolOf } from '../../support/tool';

const fromItem = { challenge: '={{ $json.challenge }}', code: '={{ $json.code }}' };
const VERSION_2 = { typeVersion: 2 };
const RETRY_ON_FAIL = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };

describe.each(CHALLENGING.map(({ provider }) => provider))('Code: Verify of $name', (provider) => {
	const [{ fields }] = provider.credential.logins;
	const test = new NodeTest(provider.node, { resource: 'code', operation: 'verify', ...fromItem });

	const item = async (code: string, seconds = 300) => ({
		code,
		challenge: await createChallenge(JSON.stringify(Object.values(fields)), {
			phoneNumber: VIETNAM,
			code: '123456',
			expiry: Math.floor(Date.now() / 1000) + seconds,
		}),
	});
	/** The items at each output, by their place in the input. */
	const placesOf = async (items: IDataObject[], settings: object, parameters = {}) => {
		const { outputs, error } = await test.run({
			items,
			settings: { ...VERSION_2, ...settings },
			parameters,
		});
		expect(error).toBeUndefined();
		return outputs.map((output) =>
			(output ?? []).map(({ pairedItem }) => (pairedItem as { item: number }).item),
		);
	};
	const people = async () => [
		await item('123456'),
		await item('000000'),
		await item('123456', -1),
		{ code: '123456', challenge: 'rubbish' },
		await item('123456'),
		await item(''),
	];
	const options = { options: { maxAttempts: 2 } };

	it('divides people by what came of their codes', async () => {
		const five = (await people()).slice(0, 5);
		expect(await placesOf(five, {})).toEqual([[0, 4], [1], [2, 3]]);
	});

	it('lets nobody try again who has no attempts left', async () => {
		const person = await item('000000');
		expect(await placesOf([person, person, person], {}, options)).toEqual([[], [0], [1, 2]]);
	});

	it('puts what failed at Not Verified if the node continues', async () => {
		for (const settings of [{}, RETRY_ON_FAIL]) {
			const onError = 'continueRegularOutput';
			const places = await placesOf(await people(), { onError, ...settings });
			expect(places).toEqual([[0, 4], [1], [2, 3, 5]]);
		}
	});

	it("puts what failed at n8n's error output, and counts no attempt again", async () => {
		const onError = 'continueErrorOutput';
		for (const settings of [{}, RETRY_ON_FAIL]) {
			const [failing, ...others] = (await people()).reverse();
			const items = [failing, others[3], others[3]];
			const places = await placesOf(items, { onError, ...settings }, options);
			expect(places).toEqual([[], [1], [2], [0]]);
		}
	});

	it('puts everybody at one output in version 1', async () => {
		const five = (await people()).slice(0, 5);
		expect(await placesOf(five, { typeVersion: 1 })).toEqual([[0, 1, 2, 3, 4]]);
	});

	it('answers an AI agent whatever comes of the code', async () => {
		const tool = toolOf(test.nodeRun({ settings: VERSION_2 }));
		expect(JSON.stringify(await tool(await item('000000'))())).toContain('mismatch');
		expect(JSON.stringify(await tool(await item('123456'))())).toContain('match');
	});

	it('runs no code with Always Output Data, and puts nobody at Verified for it', async () => {
		const settings = { ...VERSION_2, alwaysOutputData: true };
		const { error, outputs } = await test.run({ items: await people(), settings });
		expect(error?.message).toMatch(/^With Always Output Data/);
		expect(outputs).toEqual([]);
	});
});

import { Expression, NodeHelpers, Workflow } from 'n8n-workflow';
import type { INode, INodeParameters, INodeTypeDescription } from 'n8n-workflow';
import { descriptionOf } from '../../docs/nodes';

Expression.setExpressionEngine('legacy');

/** The hints that n8n's editor shows for a node, found as it finds them (useNodeHelpers, getNodeHints). */
function hintsOf(description: INodeTypeDescription, parameters: INodeParameters): string[] {
	const node = {
		id: 'n',
		name: 'Node',
		type: 'node',
		typeVersion: 1,
		position: [0, 0],
		parameters,
	};
	const type = { description };
	const { expression } = new Workflow({
		nodes: [node as INode],
		connections: {},
		active: false,
		nodeTypes: {
			getByName: () => type,
			getByNameAndVersion: () => NodeHelpers.getVersionedNodeType(type),
			getKnownTypes: () => ({}),
		} as never,
	});
	return (description.hints ?? []).flatMap(({ message, displayCondition = '' }) => {
		const shown = expression.getParameterValue(
			displayCondition,
			null,
			0,
			0,
			node.name,
			[],
			'manual',
			{},
		);
		expect(typeof shown).toBe('boolean');
		return shown ? [message.split(' ').slice(0, 3).join(' ')] : [];
	});
}

const create = { resource: 'call', operation: 'create' };
const verify = { resource: 'code', operation: 'verify' };

type Case = [parameters: INodeParameters, hints: string[]];

const both: Case[] = [
	[create, []],
	[{ ...create, codeSource: 'own' }, ['n8n stores your']],
	[verify, ['Tries are counted']],
	[{ ...verify, options: { maxAttempts: 5 } }, ['Tries are counted']],
	[{ ...verify, options: { attempt: 2 } }, []],
	[{ ...verify, options: { attempt: '={{ 1 + 1 }}' } }, []],
	[{ ...verify, codeSource: 'own' }, ['Tries are counted']],
];

const antBuddyOnly: Case[] = [
	[{ ...create, codeSource: 'provider' }, ['A trial code']],
	[{ resource: 'call', operation: 'getAll' }, []],
];

describe.each([
	['antBuddyVoiceOtp', [...both, ...antBuddyOnly]],
	['voiceOtpAdvanced', both],
])('the hints of %s', (name, cases) => {
	it.each(cases)('for %j are %j', (parameters, hints) => {
		expect(hintsOf(descriptionOf(name), parameters)).toEqual(hints);
	});
});

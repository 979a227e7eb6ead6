import type { INodeParameters } from 'n8n-workflow';
import { descriptionOf } from '../../docs/nodes';
import { nodes } from '../../support/package';
import { hintsOf } from '../support/editor';

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

const ofAnts: Case[] = [
	[{ operation: 'request' }, []],
	[{ operation: 'verify' }, []],
	[{ operation: 'resend' }, ['An OTC ID']],
	[{ operation: 'resend', resendBy: 'otpId' }, []],
	[{ operation: 'request', resendBy: 'otcId' }, []],
];

describe.each([
	['antBuddyVoiceOtp', [...both, ...antBuddyOnly]],
	['antsSmsOtp', ofAnts],
	['voiceOtpAdvanced', both],
])('the hints of %s', (name, cases) => {
	it.each(cases)('show for %j %j', (parameters, hints) => {
		expect(hintsOf(descriptionOf(name), parameters)).toEqual(hints);
	});
});

it.each(nodes.flatMap(({ node }) => (node.description.hints ?? []).map((hint) => [hint])))(
	'has a place in which n8n shows it: %j',
	(hint) => {
		expect(hint.location).toBe('outputPane');
		expect(['info', 'warning']).toContain(hint.type);
		// A warning goes on standing beside the output.
		expect(hint.whenToDisplay).toBe(hint.type === 'info' ? 'beforeExecution' : undefined);
	},
);

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

it.each(nodes.map(({ node }) => node.description))(
	'shows the hints of $name in the output pane',
	({ hints }) => {
		for (const { location, type, whenToDisplay } of hints ?? []) {
			expect([location, type]).toEqual(['outputPane', expect.stringMatching(/^(info|warning)$/)]);
			// A warning stays beside the output.
			expect(whenToDisplay).toBe(type === 'info' ? 'beforeExecution' : undefined);
		}
	},
);

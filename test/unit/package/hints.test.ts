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

const LOCAL = [
	'http://localhost:5678/webhook-waiting/1',
	'https://LOCALHOST',
	'=http://n8n:5678/{{ $json.path }}',
	'http://127.0.0.1:5678/',
	'https://10.1.2.3/x',
	'https://172.16.0.9',
	'https://192.168.1.20:8443/webhook/a?verificationToken=b',
	'http://169.254.1.1/',
	'http://0.0.0.0:5678',
	'http://[::1]:5678/',
	'http://[fd12::1]/',
	'https://n8n.local/webhook',
	'https://n8n.internal',
];
const PUBLIC = [
	'',
	'https://n8n.example.com/webhook/a',
	'https://localhost.example.com',
	'https://10.example.com',
	'https://172.32.0.1/',
	'https://8.8.8.8/',
	'https://[2001:db8::1]/',
	'={{ $execution.resumeUrl }}',
];

describe.each([
	['antsSmsOtp', { operation: 'request' }, 'notifyUrl', 'Notify URL is', 'ANTS'],
	['voiceOtpAdvanced', create, 'callbackUrl', 'Callback URL is', 'CM.com'],
])(
	'the hint of %s at an address that the provider cannot reach',
	(name, operation, option, hint, provider) => {
		const shownFor = (address: string) =>
			hintsOf(descriptionOf(name), { ...operation, options: { [option]: address } });

		it.each(LOCAL)('shows for %s', (address) => {
			expect(shownFor(address)).toEqual([hint]);
		});

		it('names the provider', () => {
			const { hints = [] } = descriptionOf(name);
			const { message } = hints.find((one) => one.message.startsWith(hint))!;
			expect(message).toContain(` that ${provider} cannot reach`);
		});

		it.each(PUBLIC)('does not show for %j', (address) => {
			expect(shownFor(address)).toEqual([]);
		});
	},
);

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

import type { INodeProperties } from 'n8n-workflow';
import { credentials, nodes } from '../../support/package';
import { entryNames } from '../support/shape';

/** Workflows, examples and users' data depend on these names. */
const SENDING = ['batching', 'defaultCountry', 'maxConcurrency', 'sendNumberUnchanged', 'timeout'];
const REQUEST = ['batching', 'maxConcurrency', 'timeout'];
const CODE = ['codeLength', 'expiresIn'];
const REPORT = ['callbackData', 'notifyContentType', 'notifyUrl'];
const VERIFY = { fields: ['challenge', 'code', 'options'], options: ['attempt', 'maxAttempts'] };

interface Names {
	fields: string[];
	options: string[];
}

const NAMES: Record<string, Record<string, Names>> = {
	antBuddyVoiceOtp: {
		'call/create': {
			fields: ['phoneNumber', 'codeSource', 'code', 'options'],
			options: [...SENDING, ...CODE, 'maxRetry'],
		},
		'call/getAll': { fields: ['returnAll', 'limit', 'options'], options: REQUEST },
		'code/verify': VERIFY,
	},
	antsSmsOtp: {
		'otp/request': { fields: ['otcId', 'mobile', 'options'], options: [...SENDING, ...REPORT] },
		'otp/resend': { fields: ['resendBy', 'otcId', 'otpId', 'options'], options: REQUEST },
		'otp/verify': { fields: ['otpId', 'otpCode', 'options'], options: [...REQUEST, ...REPORT] },
	},
	voiceOtpAdvanced: {
		'call/create': {
			fields: [
				'caller',
				'callees',
				'codeSource',
				'code',
				'codeType',
				'prompts',
				'voice',
				'options',
			],
			options: [
				...SENDING,
				...CODE,
				'anonymous',
				'autoReplay',
				'callbackUrl',
				'disableCalleesValidation',
				'instructionId',
				'maxReplays',
				'maxRingingTimeout',
				'voicemailResponse',
			],
		},
		'code/verify': VERIFY,
	},
};

const CREDENTIALS: Record<string, string[]> = {
	antBuddyApi: [
		'username',
		'password',
		'baseUrl',
		'allowedCountries',
		'accessToken',
		'accountFingerprint',
	],
	antsApi: ['username', 'password', 'baseUrl', 'allowedCountries'],
	cmVoiceApi: [
		'authentication',
		'productToken',
		'token',
		'username',
		'password',
		'baseUrl',
		'allowedCountries',
	],
};

function namesIn(properties: INodeProperties[]): Record<string, Names> {
	const found: Record<string, Names> = {};
	for (const { name, displayOptions } of properties) {
		const { resource, operation } = displayOptions?.show ?? {};
		if (name === 'resource' || name === 'operation') continue;
		const key = `${String(resource)}/${String(operation)}`;
		const own = properties.filter(
			({ displayOptions: other }) =>
				String(other?.show?.resource) === String(resource) &&
				String(other?.show?.operation) === String(operation),
		);
		found[key] ??= { fields: [], options: entryNames(own).sort() };
		found[key].fields.push(name);
	}
	return found;
}

const sorted = (names: Record<string, Names>) =>
	Object.fromEntries(
		Object.entries(names).map(([key, { fields, options }]) => [
			key,
			{ fields, options: [...options].sort() },
		]),
	);

it.each(Object.entries(NAMES))('has the names that workflows depend on: %s', (name, names) => {
	const found = nodes.find(({ node }) => node.description.name === name);
	expect(namesIn(found!.node.description.properties)).toEqual(sorted(names));
});

it('has these nodes and triggers, and no others', () => {
	expect(nodes.map(({ node }) => node.description.name).sort()).toEqual([
		'antBuddyVoiceOtp',
		'antsSmsOtp',
		'antsSmsOtpTrigger',
		'voiceOtpAdvanced',
		'voiceOtpAdvancedTrigger',
	]);
});

it('has these credentials with these fields, and no others', () => {
	const found = credentials.map(({ credential }) => [
		credential.name,
		credential.properties.map(({ name }) => name),
	]);
	expect(Object.fromEntries(found)).toEqual(CREDENTIALS);
});

it('asks every node for a credential that there is', () => {
	for (const { node } of nodes)
		for (const { name } of node.description.credentials ?? [])
			expect(Object.keys(CREDENTIALS)).toContain(name);
});

import { createSecretKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { ICredentialDataDecryptedObject, IDataObject, IWebhookFunctions } from 'n8n-workflow';
import { keyOf, tagOf } from '../credential/key';
import type { Asked } from './asked';
import { openClaim } from './challenge';
import type { Claim } from './challenge';
import type { Settings } from './settings';
import { stateOf } from './state';
import type { VerificationState } from './state';
import type { VerificationProvider } from './verificationProvider';

const DIGEST_BYTES = 8;

/** A provider of this trigger, with its credential and the values of its own fields. */
export interface Way {
	of: VerificationProvider;
	credential: ICredentialDataDecryptedObject;
	fields: IDataObject;
}

/** What one request to the trigger works with. */
export interface Visit {
	functions: IWebhookFunctions;
	asked: Asked;
	settings: Settings;
	/** The provider, and the one to fall back on if there is one. */
	ways: Way[];
	state: VerificationState;
	/** Seals the challenges of this trigger, and of no other. */
	key: KeyObject;
}

/** Whether the request came from the editor, in which n8n keeps no static data. */
export const isTest = (functions: IWebhookFunctions): boolean => functions.getMode() === 'manual';

/** The parameters for the provider, and for the one to fall back on. */
export const PROVIDER = 'provider';
export const FALLBACK = 'fallbackProvider';

/** The providers that the trigger uses, in this order. */
export function chosenProviders(
	providers: VerificationProvider[],
	read: (name: string) => unknown,
): VerificationProvider[] {
	const names = [...new Set([read(PROVIDER), read(FALLBACK)])];
	return names.flatMap((name) => providers.filter(({ value }) => value === name));
}

async function wayOf(functions: IWebhookFunctions, of: VerificationProvider): Promise<Way> {
	const credential = await functions.getCredentials(of.provider.credentialType);
	const valueOf = (name: string) => functions.getNodeParameter(name, '') as string;
	const fields = of.fields.map(({ property: { name } }) => [name, valueOf(name)] as const);
	return { of, credential, fields: Object.fromEntries(fields) };
}

/**
 * Gathers what a request needs.
 *
 * @throws what n8n throws if a credential is missing or an expression cannot be evaluated
 */
export async function visitOf(
	functions: IWebhookFunctions,
	asked: Asked,
	settings: Settings,
	providers: VerificationProvider[],
): Promise<Visit> {
	const chosen = chosenProviders(providers, (name) => functions.getNodeParameter(name, ''));
	const ways: Way[] = [];
	for (const of of chosen) ways.push(await wayOf(functions, of));
	const [{ of, credential }] = ways;
	const place = isTest(functions) ? 'test' : 'production';
	const names = [functions.getWorkflow().id!, functions.getNode().id, place];
	const credentialKey = await keyOf(of.provider.secretOf(credential));
	const key = createSecretKey(tagOf(credentialKey, 'verification', ...names));
	return { functions, asked, settings, ways, key, state: stateOf(...names) };
}

/** A short keyed digest, from which nobody without the credential reads the values. */
export const digestOf = ({ key }: Visit, ...values: string[]): string =>
	tagOf(key, ...values)
		.subarray(0, DIGEST_BYTES)
		.toString('base64url');

export const numberDigest = (visit: Visit, phoneNumber: string): string =>
	digestOf(visit, 'number', phoneNumber);

/** The claim in the challenge that came with the request; undefined if it is not one of this trigger. */
export const claimOf = ({ key, asked: { challenge } }: Visit): Claim | undefined =>
	openClaim(key, challenge);

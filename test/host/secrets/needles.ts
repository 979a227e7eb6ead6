import { scryptSync } from 'node:crypto';

import { providers } from '../../providers';
import type { Sandbox } from '../../sandbox/server';

/** A text that the scan looks for, and its description. */
export interface Needle {
	what: string;
	text: string;
}

/** The salt with which nodes/shared/credential/key.ts derives the key of challenges. */
const SALT = 'n8n-nodes-voice-sms-otp challenge 1';

/**
 * A text in Base64, for each of the three positions at which it may begin within longer data, and without the
 * characters that depend on its neighbours.
 */
function inBase64(text: string): string[] {
	return [0, 1, 2].flatMap((before) => {
		const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(text)]);
		const encoded = bytes.toString('base64').replace(/=+$/, '');
		const first = Math.ceil((before * 8) / 6);
		const last = Math.floor((bytes.length * 8) / 6);
		const inner = encoded.slice(first, last);
		return [inner, inner.replace(/\+/g, '-').replace(/\//g, '_')];
	});
}

/** The forms in which a secret may appear. */
export const needlesOf = ({ what, text }: Needle): Needle[] => [
	{ what, text },
	{ what: `${what}, in an address`, text: encodeURIComponent(text) },
	{ what: `${what}, in JSON`, text: JSON.stringify(text).slice(1, -1) },
	{ what: `${what}, in hexadecimal`, text: Buffer.from(text).toString('hex') },
	...inBase64(text).map((form) => ({ what: `${what}, in Base64`, text: form })),
];

function unique(needles: Needle[]): Needle[] {
	const texts = new Map(needles.map((needle) => [needle.text, needle]));
	return [...texts.values()];
}

/** The key of challenges, in the usual encodings. */
function keysOf(what: string, secret: string): Needle[] {
	const key = scryptSync(secret, SALT, 32);
	return (['hex', 'base64', 'base64url', 'latin1'] as const).map((form) => ({
		what: `the key of challenges (${what})`,
		text: key.toString(form).replace(/=+$/, ''),
	}));
}

/** The secrets of the sandbox's logins, the keys derived from them, and every access token that a provider issued. */
export function secretsOf({ state }: Sandbox): Needle[] {
	const logins = providers.map(({ name, credential }) => ({ name, ...credential.logins[0] }));
	const secrets = logins.flatMap(({ name, fields, secret }) => {
		const { username, password } = fields;
		const needle = { what: `the ${secret} of ${name}`, text: fields[secret] };
		return password === undefined
			? [needle]
			: [needle, { what: `the login of ${name}`, text: `${username}:${password}` }];
	});
	const tokens = state.tokens.map((text) => ({ what: 'an access token', text }));
	const keys = logins.flatMap(({ name, fields }) =>
		keysOf(name, JSON.stringify(Object.values(fields))),
	);
	return unique([...[...secrets, ...tokens].flatMap(needlesOf), ...keys]);
}

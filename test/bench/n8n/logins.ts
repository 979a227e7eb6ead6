import type { CredentialData } from '../../host/n8nClient';
import { account as antBuddy } from '../../providers/AntBuddy/sandbox';
import { account as ants } from '../../providers/Ants/sandbox';
import { account as cmVoice } from '../../providers/VoiceOtpAdvanced/sandbox';
import { basicAuthorization } from '../../sandbox/providers/http';
import type { ProviderCall } from '../contenders/calls';
import { isOwn } from './contenderName';
import type { ContenderName } from './contenderName';

const PRODUCT_TOKEN = 'X-CM-PRODUCTTOKEN';

/** How a contender logs in to the sandbox. */
export interface ContenderLogin {
	/** None for the floor, which sends the header as it is. */
	credential?: CredentialData;
	/** The header that the credential comes down to. */
	header: { name: string; value: string };
}

/**
 * The logins of one call.
 *
 * @param token - an AntBuddy token, for the contenders that cannot get one themselves
 */
export function loginOf(
	contender: ContenderName,
	{ provider }: ProviderCall,
	baseUrl: string,
	token: string,
): ContenderLogin {
	const name = `${contender} ${provider}`;
	const forms = {
		antBuddy: {
			header: { name: 'Authorization', value: `Bearer ${token}` },
			package: ['antBuddyApi', { ...antBuddy, baseUrl }],
			httpRequest: ['httpBearerAuth', { token }],
			declarative: ['benchBearer', { token, baseUrl }],
		},
		ants: {
			header: { name: 'Authorization', value: basicAuthorization(ants) },
			package: ['antsApi', { username: ants.username, password: ants.password, baseUrl }],
			httpRequest: ['httpBasicAuth', { user: ants.username, password: ants.password }],
			declarative: ['benchBasic', { username: ants.username, password: ants.password, baseUrl }],
		},
		cmVoice: {
			header: { name: PRODUCT_TOKEN, value: cmVoice.productToken },
			package: ['cmVoiceApi', { productToken: cmVoice.productToken, baseUrl }],
			httpRequest: ['httpHeaderAuth', { name: PRODUCT_TOKEN, value: cmVoice.productToken }],
			declarative: ['benchHeader', { token: cmVoice.productToken, baseUrl }],
		},
	} as const;
	const form = forms[provider];
	if (contender === 'floor') return { header: form.header };
	const [type, data] = isOwn(contender)
		? form.package
		: form[contender as 'httpRequest' | 'declarative'];
	return { header: form.header, credential: { name, type, data } };
}

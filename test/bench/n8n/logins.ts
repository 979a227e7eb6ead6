import type { CredentialData } from '../../host/n8nClient';
import { basicAuthorization } from '../../sandbox/providers/http';
import type { ProviderCall } from '../contenders/calls';
import { isOwn } from './contenderName';
import type { ContenderName } from './contenderName';

/** How a contender logs in to the sandbox. */
export interface ContenderLogin {
	/** The floor has none, because it sends the header itself. */
	credential?: CredentialData;
	/** The header that n8n sends for the credential. */
	header: { name: string; value: string };
}

/** The fields as expressions that n8n evaluates for each item. */
const fromItem = (fields: Record<string, string>) =>
	Object.fromEntries(
		Object.entries(fields).map(([name, value]) => [
			name,
			`={{ $json.number && ${JSON.stringify(value)} }}`,
		]),
	);

/**
 * The login of a contender for one call.
 *
 * @param token - an access token, for the contenders that cannot get one themselves; empty if the call needs none
 */
export function loginOf(
	contender: ContenderName,
	{ provider, login, tested }: ProviderCall,
	baseUrl: string,
	token: string,
): ContenderLogin {
	const { type, logins } = tested.credential;
	const [{ chosenBy, fields, secret }] = logins;
	const { username, password } = fields;
	const [headerName] = tested.sandbox.loginHeaders;
	const named = { name: headerName, value: fields[secret] };
	const forms = {
		bearer: {
			header: { name: 'Authorization', value: `Bearer ${token}` },
			httpRequest: ['httpBearerAuth', { token }],
			declarative: ['benchBearer', { token, baseUrl }],
		},
		basic: {
			header: { name: 'Authorization', value: basicAuthorization({ username, password }) },
			httpRequest: ['httpBasicAuth', { user: username, password }],
			declarative: ['benchBasic', { username, password, baseUrl }],
		},
		header: {
			header: named,
			httpRequest: ['httpHeaderAuth', named],
			declarative: ['benchHeader', { ...named, baseUrl }],
		},
	} as const;
	const { header, ...others } = forms[login];
	if (contender === 'floor') return { header };
	const name = `${contender} ${provider}`;
	if (isOwn(contender)) {
		const typed = contender === 'tenants' ? fromItem(fields) : fields;
		return { header, credential: { name, type, data: { ...chosenBy, ...typed, baseUrl } } };
	}
	const [otherType, data] = others[contender === 'declarative' ? 'declarative' : 'httpRequest'];
	const typed = contender === 'httpTenants' ? fromItem(data) : data;
	return { header, credential: { name, type: otherType, data: typed } };
}

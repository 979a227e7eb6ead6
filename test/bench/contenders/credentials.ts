import type { IAuthenticateGeneric, ICredentialType, INodeProperties } from 'n8n-workflow';
import type { Login, ProviderCall } from './calls';

const text = (name: string): INodeProperties => ({
	displayName: name,
	name,
	type: 'string',
	default: '',
});

const generic = (properties: IAuthenticateGeneric['properties']): IAuthenticateGeneric => ({
	type: 'generic',
	properties,
});

/** A credential for declarative nodes, as are the next two: n8n's generic `authenticate` with expressions. */
export class BenchBearer implements ICredentialType {
	name = 'benchBearer';

	displayName = 'Bench Bearer';

	properties = ['baseUrl', 'token'].map(text);

	authenticate = generic({ headers: { Authorization: '=Bearer {{$credentials.token}}' } });
}

export class BenchBasic implements ICredentialType {
	name = 'benchBasic';

	displayName = 'Bench Basic';

	properties = ['baseUrl', 'username', 'password'].map(text);

	authenticate = generic({
		auth: { username: '={{$credentials.username}}', password: '={{$credentials.password}}' },
	});
}

export class BenchHeader implements ICredentialType {
	name = 'benchHeader';

	displayName = 'Bench Header';

	properties = ['baseUrl', 'name', 'value'].map(text);

	authenticate = generic({ headers: { '={{$credentials.name}}': '={{$credentials.value}}' } });
}

const names: Record<Login, string> = {
	bearer: 'benchBearer',
	basic: 'benchBasic',
	header: 'benchHeader',
};

/** The credential type of the declarative node for a call. */
export const credentialNameOf = ({ login }: ProviderCall) => names[login];

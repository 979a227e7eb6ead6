import { providers } from '../../providers';
import { credentialTypes } from '../../support/engine';
import { nodes } from '../../support/package';

const secrets = providers.flatMap(({ credential: { type, logins } }) =>
	logins.map(({ secret }) => ({ type, secret })),
);

it.each(secrets)('$secret of $type is typed as a password, and has to be', ({ type, secret }) => {
	const field = credentialTypes[type].properties.find(({ name }) => name === secret)!;
	expect(field).toMatchObject({ required: true, typeOptions: { password: true } });
});

it.each(nodes.map(({ node: { description } }) => description))(
	'the credentials of $displayName are marked as required',
	({ credentials = [] }) => {
		for (const { name, required } of credentials) expect([name, required]).toEqual([name, true]);
	},
);

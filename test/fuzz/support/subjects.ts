import type { ICredentialDataDecryptedObject, IDataObject, INodeType } from 'n8n-workflow';
import { REQUESTING } from '../../providers';
import type { OperationCase } from '../../providers';
import { nodes } from '../../support/package';
import type { Hidden } from './echo';

/** One operation, with a login whose secrets cannot be in an answer by chance. */
export interface Subject extends OperationCase {
	node: INodeType;
	credential: ICredentialDataDecryptedObject;
	/** What is secret in the credential. */
	secrets: Omit<Hidden, 'code'>;
	/** The code in a request's body; empty where there is none. */
	codeIn(body: IDataObject): string;
	/** The recipients, or the messages that are sent again, of a request. */
	targetsIn(body: IDataObject): string[];
}

export const BASE_URL = 'https://alice.example.com/rest-api';
const PASSWORD = 'Kx7-a-long-password-w9';
const TOKEN = 'Qz3-a-long-token-v8';

function toSubject(operation: OperationCase): Subject {
	const { provider, type, parameters, sends, code, recipient, follows } = operation;
	const { logins, token } = provider.credential;
	const [{ chosenBy, fields, secret }] = logins;
	const { username } = fields;
	const basic = Buffer.from(`${username}:${PASSWORD}`).toString('base64');
	const names = recipient?.wire ?? (sends && follows ? [follows.wire] : []);
	return {
		...operation,
		node: nodes.find(({ node }) => node.description.name === type)!.node,
		parameters: { ...parameters, options: sends && code ? { codeLength: 10 } : {} },
		credential: {
			...{ ...chosenBy, ...fields, [secret]: PASSWORD, baseUrl: BASE_URL },
			...(token && { [token.field]: TOKEN }),
		},
		secrets: {
			password: PASSWORD,
			token: token ? TOKEN : '',
			basic: username === undefined ? '' : basic,
		},
		codeIn: (body) => (code === undefined ? '' : String(body[code] ?? '')),
		targetsIn: (body) => names.flatMap((name) => [body[name] ?? []].flat().map(String)),
	};
}

/** Every operation that makes a request. */
export const SUBJECTS = REQUESTING.map(toSubject);

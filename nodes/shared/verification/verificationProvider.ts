import type {
	ICredentialTestFunctions,
	ICredentialsDecrypted,
	IDataObject,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import type { Field } from '../fields/field';
import type { PanelField } from '../fields/groups';
import type { Operation } from '../items/operation';
import type { Destination } from '../numbers/phoneNumber';
import type { Provider } from '../provider';
import type { Channel } from './page/view';

/** What a provider is asked to send, as values for the parameters of its operation. */
export interface Sending {
	/** E.164. */
	phoneNumber: string;
	/** '' if the provider makes the code. */
	code: string;
	/** The values of the provider's own fields, by their names. */
	fields: IDataObject;
}

/** How a provider that makes codes itself is asked whether one is right. */
export interface CodeCheck {
	operation: Operation;
	/** What identifies the code, in the output of the sending operation. */
	idIn(output: IDataObject): string;
	parametersOf(id: string, code: string): IDataObject;
}

type CredentialTestMethod = (
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
) => Promise<INodeCredentialTestResult>;

/** What the Phone Verification Trigger knows of a provider; `nodes/<Provider>/verification.ts` exports it. */
export interface VerificationProvider {
	/** The value of the Provider select. */
	value: string;
	provider: Provider;
	/** How the code comes. */
	channel: Channel;
	/** The numbers that the provider reaches. */
	reached: Destination;
	/** What the trigger asks for besides the credential, such as the number that calls. */
	fields: Field[];
	/** The test of the credential, by its name in the node. */
	credentialTest: Record<string, CredentialTestMethod>;
	/** The operation that sends a code. */
	send: Operation;
	parametersOf(sending: Sending): IDataObject;
	/** Left out if the trigger makes the codes and checks them. */
	check?: CodeCheck;
}

/** The parts of the trigger for the reference and the tests. */
export interface VerificationParts {
	providers: VerificationProvider[];
	fields: PanelField[];
}

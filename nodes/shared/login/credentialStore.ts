import { UserError } from 'n8n-workflow';
import type { ICredentialDataDecryptedObject, IDataObject, IExecuteFunctions } from 'n8n-workflow';

/** Runs of these modes are n8n's own or are started by hand in the editor, one at a time. */
const NOT_CONTENDED = ['manual', 'internal'];

/** Stands in the way of a request that was begun only for n8n to store something. */
class NothingToSend extends UserError {
	constructor() {
		super('Only n8n’s store was to be changed');
	}
}

const changesOf = new WeakMap<ICredentialDataDecryptedObject, IDataObject>();
const storeOf = new WeakMap<ICredentialDataDecryptedObject, CredentialStore>();
const tookOver = new WeakSet<ICredentialDataDecryptedObject>();

/**
 * A credential as n8n stores it, which is what the processes of one n8n (queue mode: main, workers) have in
 * common. n8n stores what `preAuthentication` gives it, so that is the way in.
 */
export class CredentialStore {
	constructor(
		private readonly context: IExecuteFunctions,
		private readonly type: string,
	) {}

	/** Whether a run in another process may want to change the credential at the same moment. */
	get isContended(): boolean {
		return !NOT_CONTENDED.includes(this.context.getMode());
	}

	/** The credential as it is stored now; nothing where the store cannot be read. */
	async read(): Promise<ICredentialDataDecryptedObject> {
		const stored = this.context.getCredentials(this.type);
		return await stored.catch(() => ({}));
	}

	/** Has n8n store these fields, one of which must be the expirable one. Where it cannot, nothing happens. */
	async write(credential: ICredentialDataDecryptedObject, changes: IDataObject): Promise<void> {
		// Empty, because an empty expirable field makes n8n call `preAuthentication`.
		const empty = Object.fromEntries(Object.keys(changes).map((name) => [name, '']));
		const data = { ...credential, ...empty };
		changesOf.set(data, changes);
		await this.context.helpers.httpRequestWithAuthentication
			.call(
				this.context,
				this.type,
				{ url: '' },
				{ credentialsDecrypted: { id: '', name: '', type: this.type, data } },
			)
			.catch(() => {});
	}
}

/** Hands a run's way to n8n's store along with the credential of a request, for its `preAuthentication`. */
export function lendStore(
	credential: ICredentialDataDecryptedObject,
	context: IExecuteFunctions,
	type: string,
): void {
	storeOf.set(credential, new CredentialStore(context, type));
}

/** The store that was lent; none where n8n tests a credential. */
export const lentStore = (credential: ICredentialDataDecryptedObject) => storeOf.get(credential);

/** To be returned from `preAuthentication` at once: what {@link CredentialStore.write} wants to be stored. */
export const changesToStore = (credential: ICredentialDataDecryptedObject) =>
	changesOf.get(credential);

/** To be called from `authenticate` first. @throws where nothing is to be sent */
export function endWhereOnlyStored(credential: ICredentialDataDecryptedObject): void {
	if (changesOf.has(credential)) throw new NothingToSend();
}

/** Notes that a request got a token from n8n's store, which another process may have put there long ago. */
export function noteTakenOver(credential: ICredentialDataDecryptedObject): void {
	tookOver.add(credential);
}

export const wasTakenOver = (credential: ICredentialDataDecryptedObject) =>
	tookOver.has(credential);

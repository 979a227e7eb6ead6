import type { IContextObject, IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { NodeFailure } from '../failure';
import { isRecord, plainText } from '../values';

/** What an earlier try noted about a request. */
export interface Note {
	/** The person whom the request reaches, or the ID or challenge that it is about. */
	subject: string;
	/** The sealed code of the request (credential/key.ts); left out if the node made up the code. */
	seal?: string;
	/** The output of a request that was carried out. */
	output?: IDataObject;
	/** The message of an unknown outcome, and the execution that had it. */
	unknown?: { executionId: string; message: string; description: string };
}

/** The notes that version 0.2.0 kept by item index, in an execution that failed before the update. */
const fromIndexes = (byIndex: IDataObject): Note[] =>
	Object.values(byIndex as Record<string, { output?: IDataObject[]; accepted?: IDataObject }>)
		.flatMap(({ output = [], accepted = {} }) => [...output, ...Object.values(accepted)])
		.filter(isRecord)
		.map((output) => ({ subject: plainText(output.phoneNumber ?? output.otpId), output }));

/** A code sealed with the key of another credential cannot be compared, so the note counts. */
const isSameCode = (one: string | undefined, other: string | undefined): boolean => {
	if (one === undefined || other === undefined) return true;
	const [[key], [otherKey]] = [one.split('.'), other.split('.')];
	return key !== otherKey || one === other;
};

/**
 * Notes about requests that were carried out, so that no later try repeats them. They are in the node's context, which
 * n8n keeps across the tries of Retry On Fail and in a failed execution, where the Retry button finds it
 * (docs/n8n-facts.md#retry-on-fail).
 *
 * A note belongs to a request, not to a place in the list of items: it counts once for the same operation, person and
 * code. So an edited workflow, another order and other items reach exactly the people who were not reached. The run
 * indexes of a loop have notes of their own. The notes contain the node's output, which has no code and no secret.
 */
export class Notes {
	private readonly context: IContextObject;

	private readonly key: string;

	private readonly executionId: string;

	private readonly isTool: boolean;

	/** The notes of earlier tries by their subject, without those that an item of this run took. */
	private readonly earlier = new Map<string, Note[]>();

	/** The notes that this run took or made. */
	private readonly own = new Set<Note>();

	constructor(functions: IExecuteFunctions, operation: string) {
		this.context = functions.getContext('node');
		this.executionId = functions.getExecutionId();
		// The type that n8n gives a node as a tool of an AI agent, where each try has a run index of its own.
		this.isTool = functions.getNode().type.endsWith('Tool');
		const place = this.isTool ? 'tool' : (functions.getWorkflowDataProxy(0).$runIndex as number);
		this.key = `finished ${operation} ${place}`;
		for (const note of this.stored) {
			const { subject } = note;
			this.earlier.set(subject, [...(this.earlier.get(subject) ?? []), note]);
		}
	}

	private get stored(): Note[] {
		const stored = this.context[this.key] as Note[] | IDataObject | undefined;
		return Array.isArray(stored) ? stored : fromIndexes(stored ?? {});
	}

	/**
	 * Takes the note of an earlier try about a request, which then counts for no other item; undefined if there is none.
	 * A new execution, which a user starts with Retry, may repeat a request with an unknown outcome.
	 */
	take(subject: string, seal?: string): Note | undefined {
		const notes = this.earlier.get(subject) ?? [];
		const isDone = (note: Note) => note.output !== undefined && isSameCode(note.seal, seal);
		const isUnknown = ({ unknown }: Note) => unknown?.executionId === this.executionId;
		const note = notes.find(isDone) ?? notes.find(isUnknown);
		if (note === undefined) return undefined;
		notes.splice(notes.indexOf(note), 1);
		this.own.add(note);
		return note;
	}

	private add(note: Note): void {
		this.own.add(note);
		const { stored } = this;
		stored.push(note);
		this.context[this.key] = stored;
	}

	/** Notes that a request was carried out. */
	finish(subject: string, output: IDataObject, seal?: string): void {
		this.add({ subject, output, ...(seal && { seal }) });
	}

	/** Keeps later tries of this execution from repeating a request that may have reached somebody. */
	noteUnknown(subject: string, { message, description }: NodeFailure): void {
		const { executionId } = this;
		this.add({ subject, unknown: { executionId, message, description: description ?? '' } });
	}

	/**
	 * Drops the notes of a run after which no try follows. An agent may call its tool again and again, even twice at
	 * once, so the notes of other calls stay, and so do unknown outcomes.
	 */
	end(): void {
		const rest = this.isTool
			? this.stored.filter((note) => note.unknown !== undefined || !this.own.has(note))
			: [];
		if (rest.length > 0) this.context[this.key] = rest;
		else delete this.context[this.key];
	}
}

/** What an item needs of the notes of its run. */
export type NoteKeeper = Pick<Notes, 'take' | 'finish' | 'noteUnknown'>;

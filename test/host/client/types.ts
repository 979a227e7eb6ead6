import type { IConnections, IDataObject, INode, IWorkflowSettings } from 'n8n-workflow';

/** Who owns an n8n. The password needs 8 characters, a digit and a capital. */
export interface Owner {
	email: string;
	password: string;
	firstName: string;
	lastName: string;
}

export interface CredentialData {
	name: string;
	type: string;
	data: IDataObject;
}

export interface StoredCredential {
	id: string;
	name: string;
	type: string;
}

/** The verdict of the Test button. */
export interface CredentialTest {
	status: 'OK' | 'Error';
	message: string;
}

/** A workflow as it is exported and imported. */
export interface WorkflowData {
	name: string;
	nodes: INode[];
	connections: IConnections;
	settings?: IWorkflowSettings;
	pinData?: IDataObject;
}

export interface StoredWorkflow extends WorkflowData {
	id: string;
	versionId: string;
	isArchived: boolean;
}

import type { IConnections, IDataObject, INode, IWorkflowSettings } from 'n8n-workflow';

/** The owner of an n8n. The password needs 8 characters, a digit and a capital letter. */
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

/** The result of the Test button. */
export interface CredentialTest {
	status: 'OK' | 'Error';
	message: string;
}

/** A workflow in the format that n8n exports and imports. */
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

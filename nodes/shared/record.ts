import type { IDataObject } from 'n8n-workflow';

/** Whether a value from outside is a JSON object: neither a list nor a single value. */
export const isRecord = (value: unknown): value is IDataObject =>
	value !== null && typeof value === 'object' && !Array.isArray(value);

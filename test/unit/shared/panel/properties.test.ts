import type { INodeProperties } from 'n8n-workflow';
import { asTyped } from '../../../../nodes/shared/fields/field';
import { findOperation } from '../../../../nodes/shared/items/operation';
import type { Operation, Resource } from '../../../../nodes/shared/items/operation';
import { toProperties } from '../../../../nodes/shared/panel/properties';

const field = (name: string, more: Partial<INodeProperties> = {}): INodeProperties => ({
	displayName: name,
	name,
	type: 'string',
	default: '',
	...more,
});

const operation = (value: string, properties: INodeProperties[] = []): Operation => ({
	value,
	name: `Name of ${value}`,
	action: `Action of ${value}`,
	description: `Description of ${value}`,
	fields: properties.map(asTyped),
	sends: true,
	execute: async () => await Promise.resolve({ ran: value }),
});

const conditions = { show: { source: ['own'] }, hide: { '/mode': ['x'] } };
const plain = field('plain');
const conditional = field('conditional', { displayOptions: conditions });
const resources: Resource[] = [
	{ value: 'call', name: 'Call', operations: [operation('create', [plain]), operation('getAll')] },
	{ value: 'code', name: 'Code', operations: [operation('create', [conditional])] },
];

const selectOption = (value: string) => ({
	value,
	name: `Name of ${value}`,
	action: `Action of ${value}`,
	description: `Description of ${value}`,
});

it('makes the selects, and shows each field only for its operation', () => {
	expect(toProperties(resources)).toEqual([
		{
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			options: [
				{ value: 'call', name: 'Call' },
				{ value: 'code', name: 'Code' },
			],
			default: 'call',
		},
		{
			displayName: 'Operation',
			name: 'operation',
			type: 'options',
			noDataExpression: true,
			displayOptions: { show: { resource: ['call'] } },
			options: [selectOption('create'), selectOption('getAll')],
			default: 'create',
		},
		{
			displayName: 'Operation',
			name: 'operation',
			type: 'options',
			noDataExpression: true,
			displayOptions: { show: { resource: ['code'] } },
			options: [selectOption('create')],
			default: 'create',
		},
		{ ...plain, displayOptions: { show: { resource: ['call'], operation: ['create'] } } },
		{
			...conditional,
			displayOptions: {
				show: { resource: ['code'], operation: ['create'], source: ['own'] },
				hide: { '/mode': ['x'] },
			},
		},
	]);
});

it('keeps the operations unchanged, because they share fields', () => {
	toProperties(resources);
	expect(plain).not.toHaveProperty('displayOptions');
	expect(conditional.displayOptions).toEqual({
		show: { source: ['own'] },
		hide: { '/mode': ['x'] },
	});
});

it('finds the operation that the selects name', () => {
	expect(findOperation(resources, 'call', 'getAll')).toBe(resources[0].operations[1]);
	expect(findOperation(resources, 'code', 'create')).toBe(resources[1].operations[0]);
});

it.each([
	['code', 'getAll'],
	['other', 'create'],
	['call', ''],
	['', 'create'],
])('finds no operation for %j and %j', (resource, value) => {
	expect(findOperation(resources, resource, value)).toBeUndefined();
});

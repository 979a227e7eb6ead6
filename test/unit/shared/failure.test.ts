import { NodeApiError, NodeOperationError, UserError } from 'n8n-workflow';
import type { INode, JsonObject } from 'n8n-workflow';
import {
	failed,
	invalid,
	NotStarted,
	outcomeOf,
	toNodeFailure,
} from '../../../nodes/shared/failure';
import type { Outcome } from '../../../nodes/shared/failure';
import { seenOf } from '../support/failure';

const node = { name: 'Node', type: 'test' } as INode;

/** Words by which n8n would replace a message with one of its own. */
const REWRITTEN = ['ENOTFOUND said the provider', 'a code like econnrefused', 'GETADDRINFO'];

describe('invalid', () => {
	it('returns a NodeOperationError of the item, with the outcome notSent', () => {
		const error = invalid(node, 3, 'What happened', 'What to do');
		expect(seenOf(error)).toEqual({
			kind: 'operation',
			message: 'What happened',
			description: 'What to do',
			outcome: 'notSent',
			itemIndex: 3,
		});
		expect(error.node).toBe(node);
	});

	it.each(REWRITTEN)('keeps its message: %s', (message) => {
		const error = invalid(node, 0, message, 'What to do');
		expect(error.message).toBe(message);
		expect(error.messages).toEqual([]);
	});
});

describe('failed', () => {
	it.each<[Outcome, number | undefined, string | null]>([
		['refused', 429, '429'],
		['unknown', undefined, null],
		['notSent', undefined, null],
	])('carries the outcome %s and status %j', (outcome, status, httpCode) => {
		const failure = { message: 'What happened', description: 'What to do', outcome, status };
		expect(seenOf(failed(node, 4, failure))).toEqual({
			kind: 'api',
			message: 'What happened',
			description: 'What to do',
			outcome,
			itemIndex: 4,
			status: httpCode,
		});
	});

	it.each(REWRITTEN)('keeps the message of the provider: %s', (message) => {
		const error = failed(node, 0, { message, description: '', outcome: 'refused', status: 400 });
		expect(error.message).toBe(message);
		expect(error.messages).toEqual([]);
	});

	it('carries neither the response nor the request', () => {
		const failure = { message: 'a', description: 'b', outcome: 'refused' as const, status: 400 };
		expect(failed(node, 0, failure).errorResponse).toEqual({ message: 'a', description: 'b' });
	});
});

describe('outcomeOf', () => {
	it('returns notSent for an error without an outcome', () => {
		expect(outcomeOf(new NodeOperationError(node, 'x'))).toBe('notSent');
	});

	it('returns the outcome of the error', () => {
		const failure = { message: 'a', description: 'b', outcome: 'unknown' as const };
		expect(outcomeOf(failed(node, 0, failure))).toBe('unknown');
	});
});

describe('toNodeFailure', () => {
	it.each([
		['NodeOperationError', new NodeOperationError(node, 'x')],
		['NodeApiError', new NodeApiError(node, { message: 'x' } as JsonObject)],
	])('adds the missing index to a %s', (_, error) => {
		expect(toNodeFailure(node, 5, error)).toBe(error);
		expect(error.context.itemIndex).toBe(5);
	});

	it('keeps an index that is set', () => {
		expect(toNodeFailure(node, 5, invalid(node, 2, 'x', 'y')).context.itemIndex).toBe(2);
	});

	it.each([
		['a UserError', new UserError('Bad', { description: 'Do this' }), 'Bad', 'Do this'],
		['a plain error', new Error('Bad'), 'Bad', undefined],
		['an object without words', {}, 'The item could not be processed', undefined],
	])('wraps %s', (_, thrown, message, description) => {
		expect(seenOf(toNodeFailure(node, 5, thrown))).toEqual({
			kind: 'operation',
			message,
			description,
			outcome: 'notSent',
			itemIndex: 5,
		});
	});
});

it('has a message for an item that was not started', () => {
	const thrown = new NotStarted();
	expect(thrown).toBeInstanceOf(UserError);
	expect(thrown.message).toBe('The run was stopped before this item was sent');
});

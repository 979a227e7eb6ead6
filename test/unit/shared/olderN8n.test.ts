import { NodeApiError } from 'n8n-workflow';
import type { INode } from 'n8n-workflow';
import { isOlderN8n } from '../../../nodes/shared/olderN8n';

const node = { name: 'Node', type: 'test' } as INode;

class LosesCause extends NodeApiError {
	cause = undefined;
}

it('is false for this n8n, which keeps the cause of an error', () => {
	expect(isOlderN8n(node)).toBe(false);
});

it('is true for an n8n that loses the cause', () => {
	expect(isOlderN8n(node, LosesCause as typeof NodeApiError)).toBe(true);
});

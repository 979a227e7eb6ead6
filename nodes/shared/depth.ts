/** Levels; no documented body has more than five, and n8n cannot store what is thousands of levels deep. */
const MAXIMUM_DEPTH = 64;

function isDeeperThan(value: unknown, depth: number): boolean {
	if (value === null || typeof value !== 'object') return false;
	if (depth === 0) return true;
	return Object.values(value).some((inner) => isDeeperThan(inner, depth - 1));
}

/** Whether JSON from outside is nested deeper than it is read. */
export const isTooDeep = (value: unknown): boolean => isDeeperThan(value, MAXIMUM_DEPTH);

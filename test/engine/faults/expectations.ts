import type { Becomes, Fault } from './fault';
import type { Observation } from './observe';
import type { Subject } from './subjects';

/** Words that tell a user nothing, and traces of a program that did not expect what it got. */
const EMPTY_WORDS = /error|problem|failure|mistake|undefined|\[object|\bNaN\b|\bnull\b/i;
const PROGRAM = /\n\s+at |\.[jt]s:\d|node_modules|ECONN|ERR_/;

/** What n8n shows of a failing item. */
export interface ReportedFailure {
	message: unknown;
	description: unknown;
}

export function expectPlainWords({ message, description }: ReportedFailure, item: number): void {
	expect(message).toMatch(new RegExp(`^\\S.* .*\\S \\[item ${item}\\]$`));
	expect(String(message).length).toBeLessThan(500);
	expect(description).toMatch(/^[A-Z][^]*\.$/);
	for (const words of [message, description]) {
		expect(words).not.toMatch(EMPTY_WORDS);
		expect(words).not.toMatch(PROGRAM);
	}
}

/** No login and no code in anything n8n keeps. A code may be a part of a longer word or number by chance. */
export function expectNoSecrets({ hidden, stored }: Observation): void {
	expect(hidden.length).toBeGreaterThan(0);
	for (const text of hidden) {
		const pattern = text.replace(/[^A-Za-z0-9]/g, '\\$&');
		expect(stored).not.toMatch(new RegExp(`(?<![A-Za-z0-9])${pattern}(?![A-Za-z0-9])`));
		const spoken = [...text].join(' ');
		expect(stored).not.toContain(spoken);
	}
}

/** What has to be seen, by the fault and the operation. */
export interface Expected {
	becomes: Becomes;
	/** How often the struck item is asked for in one try. */
	asked: number;
	/** How often each recipient is reached, where all three items go through. */
	all: number[];
	/** The same in continue mode, and in stop mode, where the fault keeps the request from the provider. */
	struck: number;
	sends: boolean;
	/** How often a later try asks again for the item that was done: a list has no effect that must not be repeated. */
	again: number;
}

export function expectedOf(fault: Fault, subject: Subject): Expected {
	const { sends } = subject;
	const becomes = subject.becomes?.[fault.name] ?? fault.becomes;
	const asked = fault.asked?.(subject) ?? 1;
	const once = sends ? 1 : 0;
	return {
		...{ becomes, asked, sends, again: subject.isPaged ? 1 : 0 },
		all: [once, once, once],
		struck: fault.reaches ? once : 0,
	};
}

const paired = ({ result }: Observation) => result.output.map(({ pairedItem }) => pairedItem);

/** The fault does no harm: the struck item has its output like the others. */
export function expectOutput(seen: Observation, { becomes, all, sends, struck }: Expected): void {
	expect(seen.result.error).toBeUndefined();
	const items = becomes === 'none' ? [0, 2] : [0, 1, 2];
	expect(paired(seen)).toEqual(items.map((item) => ({ item })));
	for (const { json } of seen.result.output) {
		expect(Object.keys(json).length).toBeGreaterThan(0);
		expect(json.error ?? '').toBe('');
	}
	expect(seen.requests).toHaveLength(3);
	expect(seen.reached).toEqual([all[0], sends ? struck : 0, all[2]]);
}

/** What to do after an answer that says nothing: only what reaches a person is not to be repeated lightly. */
function expectAdvice(description: unknown, { becomes, sends }: Expected): void {
	if (becomes !== 'unknown') return expect(description).not.toMatch(/is unknown/);
	expect(description).toMatch(
		sends
			? /^Whether it was carried out is unknown\..* Retry On Fail does not repeat it;/
			: /^Nothing is sent by this operation, so it can be repeated:/,
	);
}

/** Stop mode: the struck item is named, what was done before is counted, nothing starts after. */
export function expectStopped(seen: Observation, expected: Expected): void {
	const { error } = seen.result;
	expectPlainWords({ message: error?.message, description: error?.description }, 1);
	expectAdvice(error?.description, expected);
	expect(error?.context).toMatchObject({ itemIndex: 1, outcome: expected.becomes });
	expect(error?.description).toContain(
		` 1 of 3 items were ${expected.sends ? 'sent before that;' : 'done before that.'}`,
	);
	expect(seen.requests).toHaveLength(1 + expected.asked);
	expect(seen.reached).toEqual([expected.all[0], expected.struck, 0]);
}

/** Continue mode: the struck item's output says what happened, the others are what they always are. */
export function expectContinued(seen: Observation, expected: Expected): void {
	expect(seen.result.error).toBeUndefined();
	expect(paired(seen)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
	const [first, struck, last] = seen.result.output.map(({ json }) => json);
	expect(first.error).toBeUndefined();
	expect(last.error).toBeUndefined();
	const { description, ...details } = struck.details as { description: string };
	expectPlainWords({ message: struck.error, description }, 1);
	expectAdvice(description, expected);
	expect(details).toMatchObject({ outcome: expected.becomes, itemIndex: 1 });
	expect(seen.requests).toHaveLength(2 + expected.asked);
	expect(seen.reached).toEqual([expected.all[0], expected.struck, expected.all[2]]);
}

/** Retry On Fail: what may have been sent is not sent again; what was not sent goes through, and only that. */
export function expectRetried(seen: Observation, expected: Expected): void {
	if (expected.sends && expected.becomes === 'unknown') return expectStopped(seen, expected);
	expect(seen.result.error).toBeUndefined();
	expect(paired(seen)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
	// The first item once, the struck one, and in the second try that one again and the last.
	expect(seen.requests).toHaveLength(1 + expected.asked + expected.again + 2);
	expect(seen.reached).toEqual(expected.all);
}

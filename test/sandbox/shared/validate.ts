/** Returns why a value is invalid (`must be …`), or undefined if it is valid. */
export type Check = (value: unknown) => string | undefined;

export interface Field {
	check: Check;
	required?: boolean;
	/** Whether `null` means the same as leaving the field out. */
	nullable?: boolean;
}

export type Fields = Readonly<Record<string, Field>>;
export type JsonObject = Record<string, unknown>;

export function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Checks an object against its table of fields.
 * @returns one reason for each missing, unknown or invalid field; a Map, because a field may be named `__proto__`
 */
export function problemsOf(value: JsonObject, fields: Fields): Map<string, string> {
	const problems = new Map<string, string>();
	for (const name of Object.keys(value)) {
		if (!Object.hasOwn(fields, name)) problems.set(name, 'is not a known field');
	}
	for (const [name, field] of Object.entries(fields)) {
		const given = Object.hasOwn(value, name) ? value[name] : undefined;
		const absent = given === undefined || (field.nullable === true && given === null);
		const problem = absent ? field.required && 'is required' : field.check(given);
		if (problem) problems.set(name, problem);
	}
	return problems;
}

/** The reasons as one text: `caller is required; code must be …`. */
export function inWords(problems: Map<string, string>): string {
	return [...problems].map(([name, problem]) => `${name} ${problem}`).join('; ');
}

interface TextRules {
	min?: number;
	max?: number;
	pattern?: RegExp;
	/** What the pattern requires, after "must be". */
	as?: string;
}

export function text({ min = 0, max = Infinity, pattern, as }: TextRules = {}): Check {
	return (value) => {
		if (typeof value !== 'string') return 'must be a string';
		if (value.length < min) return `must have at least ${min} character${min === 1 ? '' : 's'}`;
		if (value.length > max) return `must have at most ${max} characters`;
		return pattern && !pattern.test(value) ? `must be ${as}` : undefined;
	};
}

export function number(min = -Infinity, max = Infinity): Check {
	const limits = [
		...(min > -Infinity ? [`at least ${min}`] : []),
		...(max < Infinity ? [`at most ${max}`] : []),
	];
	return (value) => {
		if (typeof value !== 'number') return 'must be a number';
		return value >= min && value <= max ? undefined : `must be ${limits.join(' and ')}`;
	};
}

export function integer(min?: number, max?: number): Check {
	const within = number(min, max);
	return (value) => (Number.isInteger(value) ? within(value) : 'must be an integer');
}

export const boolean: Check = (value) =>
	typeof value === 'boolean' ? undefined : 'must be a boolean';

export function oneOf(...allowed: unknown[]): Check {
	return (value) => (allowed.includes(value) ? undefined : `must be one of ${allowed.join(', ')}`);
}

export const webAddress: Check = (value) =>
	typeof value === 'string' && /^https?:/.test(URL.parse(value)?.protocol ?? '')
		? undefined
		: 'must be an http or https address';

export function list(check: Check): Check {
	return (value) => {
		if (!Array.isArray(value)) return 'must be a list';
		const problem = value.map(check).find((found) => found !== undefined);
		return problem && `must be a list of which each ${problem}`;
	};
}

export function object(fields: Fields): Check {
	return (value) => {
		if (!isObject(value)) return 'must be an object';
		const problems = problemsOf(value, fields);
		return problems.size > 0 ? `must be right throughout: ${inWords(problems)}` : undefined;
	};
}

/** An object whose keys are free and whose values all pass `check`. */
export function record(check: Check): Check {
	return (value) => {
		if (!isObject(value)) return 'must be an object';
		const wrong = Object.entries(value).find(([, entry]) => check(entry) !== undefined);
		return wrong && `must be right throughout: ${wrong[0]} ${check(wrong[1])}`;
	};
}

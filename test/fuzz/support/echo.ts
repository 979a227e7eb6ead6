/**
 * Stand-ins in generated answers for what an answer may give back of the request; they are replaced as it is
 * answered, when the code is known.
 */
export const ECHOES = ['\uE000', '\uE001', '\uE002', '\uE003', '\uE004', '\uE005'] as const;
const [CODE, SPOKEN, NUMBER, PASSWORD, TOKEN, BASIC] = ECHOES;

/** What one request carries that nobody may see. */
export interface Hidden {
	/** Empty where the request carries none. */
	code: string;
	password: string;
	token: string;
	/** The Basic login in Base64. */
	basic: string;
}

/** The text with the stand-ins replaced; a number stands where JSON has a text of nothing but its stand-in. */
export function withEchoes(text: string, { code, password, token, basic }: Hidden): string {
	return text
		.replaceAll(`"${NUMBER}"`, code === '' ? '0' : String(Number(code)))
		.replaceAll(NUMBER, code)
		.replaceAll(CODE, code)
		.replaceAll(SPOKEN, [...code].join(' '))
		.replaceAll(PASSWORD, password)
		.replaceAll(TOKEN, token)
		.replaceAll(BASIC, basic);
}

/** Everything in a value that n8n could show or store and that is masked: texts and numbers, not keys. */
export function* textsOf(value: unknown, seen = new Set<object>()): Generator<string> {
	if (typeof value === 'string') yield value;
	else if (typeof value === 'number') yield String(value);
	else if (value !== null && typeof value === 'object' && !seen.has(value)) {
		seen.add(value);
		if (value instanceof Error) yield* [value.message, String(value.stack)];
		for (const inner of Object.values(value)) yield* textsOf(inner, seen);
	}
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** The code as it is, and as it is read out; a part of a longer number is not it (docs/security.md#masking-and-its-limits). */
const codePattern = (code: string) => `(?<!\\d)${[...code].join('[\\s,.-]*')}(?!\\d)`;

/** Throws where anything hidden is in the value. */
export function expectHidden(value: unknown, hidden: Hidden[]): void {
	const words = hidden.flatMap(({ password, token, basic }) => [password, token, basic]);
	const codes = hidden.map(({ code }) => code);
	const patterns = new Set([
		...words.filter((word) => word !== '').map(escaped),
		...codes.filter((code) => code !== '').map(codePattern),
	]);
	if (patterns.size === 0) return;
	const pattern = new RegExp([...patterns].join('|'));
	for (const text of textsOf(value)) {
		const [found] = pattern.exec(text) ?? [];
		if (found !== undefined) throw new Error(`“${found}” is in “${text.slice(0, 300)}”`);
	}
}

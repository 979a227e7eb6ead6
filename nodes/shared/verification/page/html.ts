/** A text that is HTML already; every other text is escaped where `html` inserts it. */
export class Html {
	constructor(readonly text: string) {}
}

type Inserted = Html | Html[] | string | number;

const ESCAPES: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

const written = (value: Inserted): string => {
	if (value instanceof Html) return value.text;
	if (Array.isArray(value)) return value.map(written).join('');
	return String(value).replace(/[&<>"']/g, (sign) => ESCAPES[sign]);
};

/** Tag of a template: what is inserted is escaped, for text and for attributes in quotes, unless it is `Html`. */
export const html = (parts: TemplateStringsArray, ...values: Inserted[]): Html =>
	new Html(String.raw({ raw: parts }, ...values.map(written)));

/** Where a page shows nothing. */
export const nothing = new Html('');

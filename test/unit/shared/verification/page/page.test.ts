import { createHash } from 'node:crypto';
import { pageHeaders, pageOf } from '../../../../../nodes/shared/verification/page/page';
import type { PageView } from '../../../../../nodes/shared/verification/page/page';
import { codeView, languages, numberView, readOf, steps, tagsOf } from './views';

const NASTY = `"><script>alert('&')</script>`;
const ESCAPED = '&quot;&gt;&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;';

it.each([
	['title', 'number'],
	['introduction', 'number'],
	['buttonLabel', 'number'],
	['doneText', 'done'],
	['phoneNumber', 'number'],
	['phoneNumber', 'code'],
	['challenge', 'code'],
	['request', 'number'],
	['request', 'code'],
	['request', 'closed'],
	['reference', 'number'],
	['reference', 'code'],
	['reference', 'closed'],
] as const)('escapes %s in the step %s', (field, step) => {
	const page = pageOf({ ...codeView, step, [field]: NASTY });
	expect(page).toContain(ESCAPED);
	expect(page).not.toContain('<script');
});

describe.each(languages)('in %s', (language) => {
	it.each(steps)('makes one whole document of the step %s', (step) => {
		const page = pageOf({ ...codeView, step, language });
		expect(page).toMatch(/^<!doctype html>/);
		expect(tagsOf(page, 'html')).toEqual([`<html lang="${language}">`]);
		expect(tagsOf(page, 'h1')).toHaveLength(1);
		expect(/<title>(.+)<\/title>/.exec(page)![1]).toBe(/<h1>(.+)<\/h1>/.exec(page)![1]);
		expect(page).toContain('name="viewport" content="width=device-width, initial-scale=1"');
		expect(readOf(page)).not.toMatch(/undefined|\[object|\{|\}/);
	});
});

it('has one style, which the Content Security Policy names by its hash', () => {
	const styles = steps.map((step) =>
		/<style>([\s\S]*)<\/style>/.exec(pageOf({ ...codeView, step })),
	);
	const [style, ...others] = new Set(styles.map((found) => found![1]));
	expect(others).toEqual([]);
	expect(style).toContain('prefers-color-scheme: dark');
	const hash = createHash('sha256').update(style).digest('base64');
	expect(pageHeaders).toEqual({
		'Content-Security-Policy': `sandbox allow-forms allow-scripts allow-top-navigation-by-user-activation; default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; frame-ancestors 'none'`,
		'X-Content-Type-Options': 'nosniff',
		'Referrer-Policy': 'no-referrer',
		'Cache-Control': 'private, no-cache',
	});
});

it.each(steps)('loads nothing and runs nothing in the step %s', (step) => {
	const page = pageOf({ ...codeView, step, message: { key: 'expired' } });
	expect(page).not.toMatch(/<(script|link|img|iframe|a)\b| (src|href|style|on\w+)=|url\(|@import/i);
});

it.each(['number', 'code', 'closed'] as const)(
	'posts to its own address in the step %s',
	(step) => {
		expect(tagsOf(pageOf({ ...codeView, step }), 'form')).toEqual(['<form method="post">']);
	},
);

it('has no form once the number is verified', () => {
	expect(tagsOf(pageOf({ ...codeView, step: 'done' }), 'form')).toEqual([]);
});

const hiddenIn = (view: PageView) =>
	tagsOf(pageOf(view), 'input')
		.filter((tag) => tag.includes('type="hidden"'))
		.map((tag) => /name="(\w+)" value="([^"]*)" autocomplete="off"/.exec(tag)!.slice(1));

it('sends back the request, the reference and the challenge', () => {
	expect(hiddenIn({ ...numberView, reference: '' })).toEqual([['request', 'request-1']]);
	expect(hiddenIn({ ...codeView, reference: 'user 7' })).toEqual([
		['request', 'request-1'],
		['reference', 'user 7'],
		['challenge', 'challenge-1'],
	]);
});

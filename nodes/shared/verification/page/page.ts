import { html } from './html';
import { stepOf } from './steps';
import { styleElement, styleHash } from './style';
import type { PageView } from './view';

export type { Channel, Language, MessageKey, PageView } from './view';

/**
 * The page on which a person verifies a phone number: a whole HTML document that needs no JavaScript and loads nothing.
 * Its forms post to the page's own address.
 */
export function pageOf(view: PageView): string {
	const { badge, heading, body } = stepOf(view);
	return html`<!doctype html>
		<html lang="${view.language}">
			<head>
				<meta charset="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="color-scheme" content="light dark" />
				<meta name="format-detection" content="telephone=no" />
				<title>${heading}</title>
				${styleElement}
			</head>
			<body>
				<main>
					${badge}
					<h1>${heading}</h1>
					${body}
				</main>
			</body>
		</html> `.text;
}

/**
 * The headers of every page. n8n sandboxes the HTML that it sends itself, and this page says the same of itself; the
 * scripts that the sandbox allows, without which `autofocus` does nothing, are refused by `default-src`. There is no
 * `form-action`, because browsers apply it to the redirect after the form too. Back shows the form again, which
 * `no-store` would not allow.
 */
export const pageHeaders: Record<string, string> = {
	'Content-Security-Policy': [
		'sandbox allow-forms allow-scripts allow-top-navigation-by-user-activation',
		"default-src 'none'",
		`style-src '${styleHash}'`,
		"base-uri 'none'",
		"frame-ancestors 'none'",
	].join('; '),
	'X-Content-Type-Options': 'nosniff',
	'Referrer-Policy': 'no-referrer',
	'Cache-Control': 'private, no-cache',
};
